using System.Globalization;

namespace HangarBay.Domain.Catalogue;

/// <summary>The id of a node of the market's tree.</summary>
public readonly record struct MarketGroupId(int Value) : IComparable<MarketGroupId>
{
    public int CompareTo(MarketGroupId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
