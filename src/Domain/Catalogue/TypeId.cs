using System.Globalization;

namespace HangarBay.Domain.Catalogue;

/// <summary>An item type's id.</summary>
public readonly record struct TypeId(int Value) : IComparable<TypeId>
{
    public int CompareTo(TypeId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
