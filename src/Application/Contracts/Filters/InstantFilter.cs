using System.Globalization;

namespace HangarBay.Application.Contracts.Filters;

/// <summary>An instant, to the millisecond, which is how exactly instants are stored and answered.</summary>
public sealed class InstantFilter : ContractFilter<DateTimeOffset>
{
    private readonly string _about;

    /// <param name="name">The parameter's name.</param>
    /// <param name="about">The parameter's sentence in the API's reference.</param>
    /// <param name="rule">Which contracts meet the filter.</param>
    internal InstantFilter(string name, string about, FilterRule<DateTimeOffset> rule)
        : base(name, rule) => _about = about;

    public DateTimeOffset? In(FilterValues values) => (DateTimeOffset?)values.Of(this);

    public override object? Read(IFilterReader reader) => Cut(reader.Instant(Name, _about));

    internal FilterValues With(FilterValues values, DateTimeOffset? instant) => values.With(this, Cut(instant));

    private protected override IEnumerable<Parameter> Write(DateTimeOffset value) =>
        [new(Name, value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture))];

    private protected override IEnumerable<FilterPart> PartsOf(DateTimeOffset value) => [new(Name, value, null)];

    private static DateTimeOffset? Cut(DateTimeOffset? instant) =>
        instant is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known.ToUnixTimeMilliseconds()) : null;
}
