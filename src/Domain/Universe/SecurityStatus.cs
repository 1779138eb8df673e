using System.Globalization;

namespace HangarBay.Domain.Universe;

/// <summary>
/// A system's security, from -1 to 1 at ESI's full precision. Players see <see cref="Displayed"/>: one decimal, halves
/// away from zero, anything between 0 and 0.05 as 0.1, never "-0.0". <c>default</c> is 0.0, null-sec.
/// </summary>
public readonly record struct SecurityStatus
{
    /// <summary>High-sec from here.</summary>
    public static readonly SecurityStatus High = new(0.45);

    /// <summary>Low-sec above, null-sec otherwise.</summary>
    public static readonly SecurityStatus Null = new(0);

    private SecurityStatus(double value) => Value = value;

    public double Value { get; }

    public decimal Displayed
    {
        get
        {
            if (Value is > 0 and < 0.05) return 0.1m;
            var rounded = decimal.Round((decimal)Value, 1, MidpointRounding.AwayFromZero);
            return rounded == 0 ? 0.0m : rounded;
        }
    }

    public SecurityBand Band => Value switch
    {
        var value when value >= High.Value => SecurityBand.High,
        var value when value > Null.Value => SecurityBand.Low,
        _ => SecurityBand.Null,
    };

    /// <exception cref="DomainException">Outside -1 to 1, or not a number.</exception>
    public static SecurityStatus Of(double value) => value is >= -1 and <= 1
        ? new SecurityStatus(value)
        : throw new DomainException("A security status lies between -1 and 1.");

    public static bool operator <(SecurityStatus left, SecurityStatus right) => left.Value < right.Value;

    public static bool operator >(SecurityStatus left, SecurityStatus right) => left.Value > right.Value;

    public static bool operator <=(SecurityStatus left, SecurityStatus right) => left.Value <= right.Value;

    public static bool operator >=(SecurityStatus left, SecurityStatus right) => left.Value >= right.Value;

    public override string ToString() => Displayed.ToString("0.0", CultureInfo.InvariantCulture);
}
