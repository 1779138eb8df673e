using System.Globalization;

namespace HangarBay.Domain.Universe;

/// <summary>A region's id.</summary>
public readonly record struct RegionId(int Value) : IComparable<RegionId>
{
    /// <summary>Known space and wormhole space lie below; what lies above has no contracts (M1).</summary>
    private const int FirstOutside = 12_000_000;

    public bool IsMarket => Value < FirstOutside;

    public int CompareTo(RegionId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
