using HangarBay.Domain.Catalogue;

namespace HangarBay.Domain.Contracts;

/// <summary>
/// The name that a row shows first, stored as a reference. <see cref="TypeId"/> and <see cref="Quantity"/> are null unless the kind is
/// <see cref="HeadlineKind.Ship"/>, <see cref="HeadlineKind.Item"/> or <see cref="HeadlineKind.Wanted"/>. The quantity is the sum of that
/// type over all offered lines, or over all requested lines where the contract only requests.
/// </summary>
public readonly record struct Headline(HeadlineKind Kind, TypeId? TypeId = null, long? Quantity = null)
{
    /// <summary>For a contract with lines, in <c>record_id</c> order; <paramref name="isShip"/> tells whether a type is a ship.</summary>
    public static Headline Of(IReadOnlyList<ContractLine> lines, Func<TypeId, bool> isShip)
    {
        var offered = lines.Where(line => line.IsIncluded).ToList();
        var ship = offered.Find(line => isShip(line.TypeId));
        if (ship is not null) return Led(HeadlineKind.Ship, ship.TypeId, offered);
        return offered.Count > 0
            ? Led(HeadlineKind.Item, offered[0].TypeId, offered)
            : Led(HeadlineKind.Wanted, lines[0].TypeId, lines);
    }

    /// <summary>For a contract without lines, or whose lines are still to be read.</summary>
    public static Headline Of(ContractType type, string title)
    {
        if (title.Length > 0) return new Headline(HeadlineKind.Title);
        return new Headline(type == ContractType.Courier ? HeadlineKind.Courier : HeadlineKind.Number);
    }

    // ESI's quantities may be absurdly large, so the sum stops at the largest long.
    private static Headline Led(HeadlineKind kind, TypeId type, IEnumerable<ContractLine> side) =>
        new(kind, type, side.Where(line => line.TypeId == type).Aggregate(0L, (sum, line) => sum + Math.Min(line.Quantity, long.MaxValue - sum)));
}
