namespace HangarBay.Application.Contracts.Filters;

/// <summary>The table of all filters.</summary>
/// <param name="all">The filters in the order of forms and addresses.</param>
public sealed class FilterTable(IReadOnlyList<ContractFilter> all)
{
    private readonly Dictionary<string, ContractFilter> _byParameter =
        all.SelectMany(filter => filter.Parameters, (filter, parameter) => (filter, parameter)).ToDictionary(pair => pair.parameter, pair => pair.filter);

    public IReadOnlyList<ContractFilter> All => all;

    /// <summary>The parameters whose values name persons (B15).</summary>
    public IReadOnlyList<string> NamingPersons { get; } = [.. all.Where(filter => filter.NamesPersons).SelectMany(filter => filter.Parameters)];

    /// <summary>Null where no filter has the parameter.</summary>
    public ContractFilter? Find(string parameter) => _byParameter.GetValueOrDefault(parameter);

    public FilterValues Read(IFilterReader reader)
    {
        var values = FilterValues.None;
        foreach (var filter in all)
        {
            if (filter.Read(reader) is { } value) values = values.With(filter, value);
        }

        return values;
    }
}
