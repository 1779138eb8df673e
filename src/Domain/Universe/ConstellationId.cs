using System.Globalization;

namespace HangarBay.Domain.Universe;

/// <summary>A constellation's id.</summary>
public readonly record struct ConstellationId(int Value) : IComparable<ConstellationId>
{
    public int CompareTo(ConstellationId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
