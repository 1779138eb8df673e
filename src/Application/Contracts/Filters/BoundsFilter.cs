using System.Globalization;
using HangarBay.Domain;

namespace HangarBay.Application.Contracts.Filters;

/// <summary>The lowest and the highest value, both inclusive; null means no bound.</summary>
public sealed record Bounds(decimal? Min, decimal? Max)
{
    public static readonly Bounds None = new(null, null);

    /// <summary>True where no value can meet both bounds.</summary>
    public bool AreReversed => Max < Min;
}

/// <summary>What the values of a <see cref="BoundsFilter"/> are.</summary>
public enum BoundsUnit
{
    /// <summary>Whole numbers.</summary>
    Whole,

    /// <summary>Amounts of ISK.</summary>
    Isk,

    /// <summary>Volumes, with any number of decimals.</summary>
    CubicMetres,
}

/// <summary>A lowest and a highest value: <c>min_price</c> and <c>max_price</c>.</summary>
public sealed class BoundsFilter : ContractFilter<Bounds>
{
    private const string AnAmount = "an amount of ISK, 0 or more, with at most two decimals.";
    private const string ANumber = "a whole number, 0 or more.";
    private const string AVolume = "a volume in cubic metres, 0 or more.";

    private readonly string _aboutMin;
    private readonly string _aboutMax;

    /// <param name="name">The part of the parameters' names after <c>min_</c> and <c>max_</c>.</param>
    /// <param name="unit">What its values are.</param>
    /// <param name="aboutMin">The minimum's sentence in the API's reference.</param>
    /// <param name="aboutMax">The maximum's sentence in the API's reference.</param>
    /// <param name="rule">Which contracts meet the filter.</param>
    internal BoundsFilter(string name, BoundsUnit unit, string aboutMin, string aboutMax, FilterRule<Bounds> rule)
        : base(name, rule) => (Unit, _aboutMin, _aboutMax) = (unit, aboutMin, aboutMax);

    public BoundsUnit Unit { get; }

    /// <summary>True for amounts of ISK.</summary>
    public bool IsAmount => Unit == BoundsUnit.Isk;

    public string MinName => $"min_{Name}";

    public string MaxName => $"max_{Name}";

    public override IReadOnlyList<string> Parameters => [MinName, MaxName];

    public Bounds In(FilterValues values) => (Bounds?)values.Of(this) ?? Bounds.None;

    public override object? Read(IFilterReader reader) => OrNull(Unit switch
    {
        BoundsUnit.Isk => new Bounds(reader.Amount(MinName, _aboutMin), reader.Amount(MaxName, _aboutMax)),
        BoundsUnit.CubicMetres => new Bounds(reader.Volume(MinName, _aboutMin), reader.Volume(MaxName, _aboutMax)),
        _ => new Bounds(reader.Number(MinName, _aboutMin), reader.Number(MaxName, _aboutMax)),
    });

    internal FilterValues WithMin(FilterValues values, decimal? min) => values.With(this, OrNull(In(values) with { Min = min }));

    internal FilterValues WithMax(FilterValues values, decimal? max) => values.With(this, OrNull(In(values) with { Max = max }));

    private protected override IEnumerable<FilterFlaw> FlawsOf(Bounds value)
    {
        if (!IsOne(value.Min)) yield return new(MinName, IsAmount ? $"The lowest {Name} must be {AnAmount}" : $"{MinName} must be {ANumberOfUnit}");
        if (!IsOne(value.Max)) yield return new(MaxName, IsAmount ? $"The highest {Name} must be {AnAmount}" : $"{MaxName} must be {ANumberOfUnit}");
        if (value.AreReversed) yield return new(MaxName, $"{MaxName} must not be below {MinName}.");
    }

    private protected override IEnumerable<Parameter> Write(Bounds value)
    {
        if (value.Min is { } min) yield return new(MinName, Plain(min));
        if (value.Max is { } max) yield return new(MaxName, Plain(max));
    }

    private protected override IEnumerable<FilterPart> PartsOf(Bounds value)
    {
        if (value.Min is { } min) yield return new(MinName, min, OrNull(value with { Min = null }));
        if (value.Max is { } max) yield return new(MaxName, max, OrNull(value with { Max = null }));
    }

    private string ANumberOfUnit => Unit == BoundsUnit.CubicMetres ? AVolume : ANumber;

    private static Bounds? OrNull(Bounds value) => value == Bounds.None ? null : value;

    /// <summary>An amount that no contract can have is refused and not rounded, because rounding would change the question unnoticed.</summary>
    private bool IsOne(decimal? value) => value is not { } given || (IsAmount ? Isk.TryOf(given, out var isk) && isk.Amount == given : given >= 0);

    /// <summary>The value without trailing zeros.</summary>
    private static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
