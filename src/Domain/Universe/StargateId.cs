using System.Globalization;

namespace HangarBay.Domain.Universe;

/// <summary>A stargate's id.</summary>
public readonly record struct StargateId(int Value) : IComparable<StargateId>
{
    public int CompareTo(StargateId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
