using HangarBay.Application.Contracts.Filters;
using HangarBay.WebUi.Addresses;

namespace HangarBay.WebUi.Refusals;

/// <summary>What the list was asked for and cannot show: what was typed, so that it can be mended, and what is wrong with it.</summary>
/// <param name="Typed">By parameter.</param>
/// <param name="Parameters">Those that are refused.</param>
public sealed record RefusedInput(IReadOnlyDictionary<string, string> Typed, IReadOnlyList<RefusedParameter> Parameters)
{
    // Told under the name that the filter's own request has for it.
    private const string LookUp = "q";

    /// <param name="view">What could be read.</param>
    /// <param name="names">The parameters that are refused.</param>
    /// <param name="typed">By parameter.</param>
    /// <param name="table">The filters that there are.</param>
    public static RefusedInput Of(ContractsView view, IEnumerable<string> names, IReadOnlyDictionary<string, string> typed, FilterTable table) =>
        new(typed, ParametersOf(view.Filters.Given, names, table));

    /// <summary>More values than a page shows.</summary>
    public static RefusedInput TooMany(IEnumerable<ContractFilter> lists, IReadOnlyDictionary<string, string> typed) =>
        new(typed, [.. lists.Select(list => new RefusedParameter(list.Name, RefusalReason.TooMany, list))]);

    /// <param name="given">What could be read; of a page without a view, nothing.</param>
    /// <param name="names">The parameters that are refused.</param>
    /// <param name="table">The filters that there are.</param>
    public static IReadOnlyList<RefusedParameter> ParametersOf(FilterValues given, IEnumerable<string> names, FilterTable table) =>
    [
        .. from name in names.Select(name => name == LookUp ? Address.Place : name).Distinct()
           let filter = table.Find(name)
           select new RefusedParameter(name, filter is null ? Reason(name) : Reason(name, filter, given), filter),
    ];

    /// <summary>Null: nothing is wrong with it.</summary>
    public RefusalReason? ReasonOf(string name) => Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Reason;

    private static RefusalReason Reason(string name) => name switch
    {
        Address.Place => RefusalReason.Search,
        "page" or "cursor" => RefusalReason.Page,
        "size" => RefusalReason.Size,
        _ => RefusalReason.Choice,
    };

    private static RefusalReason Reason(string name, ContractFilter filter, FilterValues given) => filter switch
    {
        SearchFilter => RefusalReason.Search,
        BoundsFilter bounds when name == bounds.MaxName && bounds.In(given).AreReversed => RefusalReason.Reversed,
        BoundsFilter bounds => bounds.IsAmount ? RefusalReason.Amount : RefusalReason.Whole,
        _ => RefusalReason.Choice,
    };
}

/// <summary>One parameter that is refused, and the filter that it is of; null: of none.</summary>
public sealed record RefusedParameter(string Name, RefusalReason Reason, ContractFilter? Filter);
