using System.Globalization;

namespace HangarBay.Domain.Universe;

/// <summary>A character's id; beyond 32 bits for newer ones.</summary>
public readonly record struct CharacterId(long Value) : IComparable<CharacterId>
{
    public int CompareTo(CharacterId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
