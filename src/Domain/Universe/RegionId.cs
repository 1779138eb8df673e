using System.Globalization;

namespace HangarBay.Domain.Universe;

/// <summary>A region's id.</summary>
public readonly record struct RegionId(int Value) : IComparable<RegionId>
{
    public int CompareTo(RegionId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
