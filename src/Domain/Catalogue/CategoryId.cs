using System.Globalization;

namespace HangarBay.Domain.Catalogue;

/// <summary>An item category's id.</summary>
public readonly record struct CategoryId(int Value) : IComparable<CategoryId>
{
    /// <summary>Ships: what makes a contract a ship contract.</summary>
    public static readonly CategoryId Ship = new(6);

    /// <summary>Blueprints, originals and copies.</summary>
    public static readonly CategoryId Blueprint = new(9);

    /// <summary>What is fitted to a ship, rigs included.</summary>
    public static readonly CategoryId Module = new(7);

    /// <summary>Ammunition, scripts and the like, which modules load.</summary>
    public static readonly CategoryId Charge = new(8);

    public static readonly CategoryId Drone = new(18);

    /// <summary>The parts that strategic cruisers are assembled from.</summary>
    public static readonly CategoryId Subsystem = new(32);

    public static readonly CategoryId Fighter = new(87);

    public int CompareTo(CategoryId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
