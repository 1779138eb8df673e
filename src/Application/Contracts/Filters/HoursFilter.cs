using System.Globalization;

namespace HangarBay.Application.Contracts.Filters;

/// <summary>A whole number of hours.</summary>
public sealed class HoursFilter : ContractFilter<int>
{
    private readonly string _about;

    /// <param name="name">The parameter's name.</param>
    /// <param name="about">The parameter's sentence in the API's reference.</param>
    /// <param name="fewest">The lowest number allowed.</param>
    /// <param name="most">The highest number allowed.</param>
    /// <param name="rule">Which contracts meet the filter.</param>
    internal HoursFilter(string name, string about, int fewest, int most, FilterRule<int> rule)
        : base(name, rule) => (_about, Fewest, Most) = (about, fewest, most);

    public int Fewest { get; }

    public int Most { get; }

    public int? In(FilterValues values) => (int?)values.Of(this);

    public override object? Read(IFilterReader reader) => reader.Number(Name, _about, Fewest, Most);

    private protected override IEnumerable<FilterFlaw> FlawsOf(int value) =>
        value >= Fewest && value <= Most ? [] : [new(Name, $"{Name} must be a whole number of hours from {Fewest} to {Most}.")];

    private protected override IEnumerable<Parameter> Write(int value) => [new(Name, value.ToString(CultureInfo.InvariantCulture))];

    private protected override IEnumerable<FilterPart> PartsOf(int value) => [new(Name, value, null)];
}
