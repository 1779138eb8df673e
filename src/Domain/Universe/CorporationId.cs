using System.Globalization;

namespace HangarBay.Domain.Universe;

/// <summary>A corporation's id.</summary>
public readonly record struct CorporationId(long Value) : IComparable<CorporationId>
{
    public int CompareTo(CorporationId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
