using System.Globalization;

namespace HangarBay.Domain.Catalogue;

/// <summary>An item category's id.</summary>
public readonly record struct CategoryId(int Value) : IComparable<CategoryId>
{
    /// <summary>Ships: what makes a contract a ship contract.</summary>
    public static readonly CategoryId Ship = new(6);

    /// <summary>Blueprints, originals and copies.</summary>
    public static readonly CategoryId Blueprint = new(9);

    public int CompareTo(CategoryId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
