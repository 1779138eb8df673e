using HangarBay.Domain.Catalogue;

namespace HangarBay.Domain.Contracts;

/// <summary>
/// The part of a line that <see cref="ContractGoods"/> depends on. Lines that differ in their quantity alone may be given as one, with the
/// sum of their quantities.
/// </summary>
public readonly record struct LotLine(
    TypeId TypeId,
    CategoryId? CategoryId,
    GroupId? GroupId,
    bool IsIncluded,
    bool IsBlueprintCopy,
    int? Runs,
    int? MaterialEfficiency,
    int? TimeEfficiency,
    long Quantity)
{
    private static readonly HashSet<CategoryId> InShips =
    [
        Catalogue.CategoryId.Module, Catalogue.CategoryId.Subsystem, Catalogue.CategoryId.Charge, Catalogue.CategoryId.Drone, Catalogue.CategoryId.Fighter,
    ];

    public static LotLine Of(ContractLine line) => new(
        line.TypeId, line.CategoryId, line.GroupId, line.IsIncluded, line.IsBlueprintCopy, line.Runs, line.MaterialEfficiency, line.TimeEfficiency, line.Quantity);

    /// <summary>A copy is a blueprint even if its type is not known yet.</summary>
    public bool IsBlueprint => IsBlueprintCopy || CategoryId == Catalogue.CategoryId.Blueprint;

    public bool IsShip => !IsBlueprint && CategoryId == Catalogue.CategoryId.Ship;

    /// <summary>Whether the thing may be in a ship that is sold as it is.</summary>
    public bool BelongsInAShip => !IsBlueprint && (GroupId == Catalogue.GroupId.IceProduct || (CategoryId is { } category && InShips.Contains(category)));

    /// <summary>
    /// Whether both lines offer the same thing. Copies are the same if their runs and efficiencies agree too; an original is never the
    /// same as a copy.
    /// </summary>
    public bool IsSameThingAs(in LotLine other) =>
        TypeId == other.TypeId && IsBlueprintCopy == other.IsBlueprintCopy
        && (!IsBlueprintCopy || (Runs, MaterialEfficiency, TimeEfficiency) == (other.Runs, other.MaterialEfficiency, other.TimeEfficiency));

    /// <summary>Whether one ship is offered, and nothing beside it that does not belong in a ship.</summary>
    public static bool AreAFittedShip(ReadOnlySpan<LotLine> lines)
    {
        Int128 ships = 0;
        foreach (ref readonly var line in lines)
        {
            if (!line.IsIncluded) continue;
            if (line.IsShip) ships += line.Quantity;
            else if (!line.BelongsInAShip) return false;
        }

        return ships == 1;
    }
}
