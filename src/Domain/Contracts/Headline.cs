using HangarBay.Domain.Catalogue;

namespace HangarBay.Domain.Contracts;

/// <summary>
/// The one name a row leads with, kept as a reference. <see cref="TypeId"/> is null unless the kind is
/// <see cref="HeadlineKind.Ship"/>, <see cref="HeadlineKind.Item"/> or <see cref="HeadlineKind.Wanted"/>.
/// </summary>
public readonly record struct Headline(HeadlineKind Kind, TypeId? TypeId)
{
    /// <summary>For a contract with lines, in <c>record_id</c> order; <paramref name="isShip"/> tells a hull by its type.</summary>
    public static Headline Of(IReadOnlyList<ContractItem> lines, Func<TypeId, bool> isShip)
    {
        var offered = lines.Where(line => line.IsIncluded).ToList();
        var ship = offered.Find(line => isShip(line.TypeId));
        if (ship is not null) return new Headline(HeadlineKind.Ship, ship.TypeId);
        return offered.Count > 0
            ? new Headline(HeadlineKind.Item, offered[0].TypeId)
            : new Headline(HeadlineKind.Wanted, lines[0].TypeId);
    }

    /// <summary>For a contract without lines, or whose lines are still to be read.</summary>
    public static Headline Of(ContractType type, string title)
    {
        if (title.Length > 0) return new Headline(HeadlineKind.Title, null);
        return new Headline(type == ContractType.Courier ? HeadlineKind.Courier : HeadlineKind.Number, null);
    }
}
