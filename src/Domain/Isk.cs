using System.Globalization;

namespace HangarBay.Domain;

/// <summary>
/// An amount of ISK, EVE's currency: never negative, kept as whole hundredths so that both engines store, compare and
/// sort it exactly. Rounds half away from zero to two decimals. Range 0 to 92,233,720,368,547,758.07.
/// <c>default</c> is zero ISK; an absent amount is <c>Isk?</c> null, never zero.
/// </summary>
public readonly record struct Isk : IComparable<Isk>
{
    private const decimal MaxAmount = long.MaxValue / 100m;

    private Isk(long hundredths) => Hundredths = hundredths;

    /// <summary>The amount in hundredths of an ISK.</summary>
    public long Hundredths { get; }

    /// <summary>The amount in ISK, two decimals.</summary>
    public decimal Amount => Hundredths / 100m;

    /// <exception cref="DomainException">Negative, or beyond the range.</exception>
    public static Isk Of(decimal amount) => TryOf(amount, out var isk)
        ? isk
        : throw new DomainException($"An amount of ISK lies between 0 and {MaxAmount.ToString(CultureInfo.InvariantCulture)}.");

    /// <summary>False for what <see cref="Of"/> refuses.</summary>
    public static bool TryOf(decimal amount, out Isk isk)
    {
        isk = default;
        if (amount is < 0 or > MaxAmount) return false;
        isk = new Isk((long)(decimal.Round(amount, 2, MidpointRounding.AwayFromZero) * 100m));
        return true;
    }

    /// <exception cref="DomainException">Negative.</exception>
    public static Isk FromHundredths(long hundredths) => hundredths >= 0
        ? new Isk(hundredths)
        : throw new DomainException("An amount of ISK is never negative.");

    public int CompareTo(Isk other) => Hundredths.CompareTo(other.Hundredths);

    public static bool operator <(Isk left, Isk right) => left.Hundredths < right.Hundredths;

    public static bool operator >(Isk left, Isk right) => left.Hundredths > right.Hundredths;

    public static bool operator <=(Isk left, Isk right) => left.Hundredths <= right.Hundredths;

    public static bool operator >=(Isk left, Isk right) => left.Hundredths >= right.Hundredths;

    public override string ToString() => Amount.ToString("0.00 ISK", CultureInfo.InvariantCulture);
}
