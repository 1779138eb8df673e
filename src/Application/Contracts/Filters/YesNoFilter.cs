namespace HangarBay.Application.Contracts.Filters;

/// <summary>A filter that is true or false.</summary>
public sealed class YesNoFilter : ContractFilter<bool>
{
    private readonly string _about;

    internal YesNoFilter(string name, string about, FilterRule<bool> rule)
        : base(name, rule) => _about = about;

    public bool? In(FilterValues values) => (bool?)values.Of(this);

    public override object? Read(IFilterReader reader) => reader.Flag(Name, _about);

    private protected override IEnumerable<Parameter> Write(bool value) => [new(Name, value ? "true" : "false")];

    private protected override IEnumerable<FilterPart> PartsOf(bool value) => [new(Name, value, null)];
}
