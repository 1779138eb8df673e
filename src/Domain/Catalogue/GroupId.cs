using System.Globalization;

namespace HangarBay.Domain.Catalogue;

/// <summary>An item group's id.</summary>
public readonly record struct GroupId(int Value) : IComparable<GroupId>
{
    /// <summary>Fuel and the like, which is made of ice.</summary>
    public static readonly GroupId IceProduct = new(423);

    public int CompareTo(GroupId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
