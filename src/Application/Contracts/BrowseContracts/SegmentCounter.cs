using HangarBay.Application.Abstractions;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>
/// Counts matches by <see cref="Segment"/>. A question of regions, segment and ships alone is answered from what is kept
/// (<see cref="OpenTally"/>), less what is past its date and not closed yet; any other is counted.
/// </summary>
internal sealed class SegmentCounter(IReadRepository<OpenTally> tallies, IReadRepository<Contract> contracts)
{
    public async Task<IReadOnlyDictionary<Segment, int>> CountAsync(
        BrowseContracts query, DateTimeOffset marketInstant, IReadOnlyList<TypeId>? namedTypes, CancellationToken cancellationToken)
    {
        if (query.IsShipContract == true && query.Narrows()) return await CountShipsAsync(query, marketInstant, namedTypes, cancellationToken);
        if (query.Narrows()) return await CountAsync(new MatchingContracts(query, marketInstant, namedTypes), cancellationToken);

        var open = await tallies.ListAsync(new OpenTalliesOf(query.RegionIds), cancellationToken);
        var expired = await CountAsync(new ExpiredContracts(query.RegionIds, marketInstant), cancellationToken);
        return open
            .GroupBy(tally => new Segment(tally.Type, tally.IsShipContract, tally.ItemsState))
            .ToDictionary(group => group.Key, group => group.Sum(tally => tally.Count) - expired.GetValueOrDefault(group.Key));
    }

    /// <summary>Those that wait for their lines and meet what can be judged without (B2). Mostly none wait, which the kept counts tell.</summary>
    public async Task<int> CountPendingAsync(
        BrowseContracts query, DateTimeOffset marketInstant, SegmentTally tally, CancellationToken cancellationToken)
    {
        if (!query.Narrows()) return tally.Pending;
        return await tallies.CountAsync(new UnreadTallies(), cancellationToken) == 0
            ? 0
            : await contracts.CountAsync(new PendingContracts(query, marketInstant), cancellationToken);
    }

    /// <summary>Ships by themselves, which are few, and the segments without lines by themselves, where the filter can meet them at all.</summary>
    private async Task<IReadOnlyDictionary<Segment, int>> CountShipsAsync(
        BrowseContracts query, DateTimeOffset marketInstant, IReadOnlyList<TypeId>? namedTypes, CancellationToken cancellationToken)
    {
        var ships = await CountAsync(new MatchingShips(query, marketInstant, namedTypes), cancellationToken);
        if (query.AsksForPrice() || query.AsksForLines()) return ships;
        var itemless = await CountAsync(new MatchingWithoutLines(query, marketInstant, namedTypes), cancellationToken);
        return ships.Concat(itemless).ToDictionary();
    }

    private async Task<IReadOnlyDictionary<Segment, int>> CountAsync(Specification<Contract> counted, CancellationToken cancellationToken)
    {
        var counts = await contracts.CountByAsync(
            counted, contract => new { contract.Type, contract.IsShipContract, contract.ItemsState }, cancellationToken);
        return counts.ToDictionary(group => new Segment(group.Key.Type, group.Key.IsShipContract, group.Key.ItemsState), group => group.Value);
    }
}

/// <summary>The matches that offer a ship.</summary>
public sealed class MatchingShips : MatchingContracts
{
    public MatchingShips(BrowseContracts query, DateTimeOffset marketInstant, IReadOnlyList<TypeId>? namedTypes)
        : base(query, marketInstant, namedTypes) => Query.Where(contract => contract.IsShipContract);
}

/// <summary>The matches of types that bear no lines.</summary>
public sealed class MatchingWithoutLines : MatchingContracts
{
    public MatchingWithoutLines(BrowseContracts query, DateTimeOffset marketInstant, IReadOnlyList<TypeId>? namedTypes)
        : base(query, marketInstant, namedTypes) =>
        Query.Where(contract => contract.Type != ContractType.ItemExchange && contract.Type != ContractType.Auction);
}

/// <summary>The kept counts of the regions; of all where none is given.</summary>
public sealed class OpenTalliesOf : Specification<OpenTally>
{
    public OpenTalliesOf(IReadOnlyCollection<RegionId> regions)
    {
        if (regions.Count > 0) Query.Where(tally => regions.Contains(tally.RegionId));
    }
}

/// <summary>The kept counts of contracts that wait for their lines.</summary>
public sealed class UnreadTallies : Specification<OpenTally>
{
    public UnreadTallies() => Query.Where(tally => tally.ItemsState == ItemsState.Pending || tally.ItemsState == ItemsState.SetAside);
}

/// <summary>Listed still, and past their date: no longer live (B1), though no sweep has closed them yet.</summary>
public sealed class ExpiredContracts : Specification<Contract>
{
    public ExpiredContracts(IReadOnlyCollection<RegionId> regions, DateTimeOffset marketInstant)
    {
        Query.Where(contract => contract.ClosedAt == null && contract.DateExpired <= marketInstant);
        if (regions.Count > 0) Query.Where(contract => regions.Contains(contract.RegionId));
    }
}
