using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Market;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;

namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>
/// Counts matches by <see cref="Segment"/>. A question of regions, segment and ships alone is answered from the counts of all
/// that is live, one of offered lines beside them from these; any other is counted.
/// </summary>
internal sealed class SegmentCounter(LiveCounts live, IReadRepository<OpenLine> lines, IReadRepository<Contract> contracts)
{
    public async Task<IReadOnlyDictionary<Segment, int>> CountAsync(
        BrowseContracts query, MarketView market, IReadOnlyList<TypeId>? namedTypes, CancellationToken cancellationToken)
    {
        if (query.AsksForLinesAlone()) return await CountOffersAsync(new OfferingLines(query, market.Instant), cancellationToken);
        if (query.IsShipContract == true && query.Narrows()) return await CountShipsAsync(query, market.Instant, namedTypes, cancellationToken);
        if (query.Narrows()) return await CountAsync(new MatchingContracts(query, market.Instant, namedTypes), cancellationToken);

        return (await live.ReadAsync(market, cancellationToken))
            .Where(count => query.RegionIds.Count == 0 || query.RegionIds.Contains(count.RegionId))
            .GroupBy(count => count.Segment)
            .ToDictionary(group => group.Key, group => group.Sum(count => count.Count));
    }

    /// <summary>Those that wait for their lines and meet what can be judged without (B2). Mostly none wait, which the counts of all tell.</summary>
    public async Task<int> CountPendingAsync(BrowseContracts query, MarketView market, SegmentTally tally, CancellationToken cancellationToken)
    {
        if (!query.Narrows()) return tally.Pending;
        var counts = await live.ReadAsync(market, cancellationToken);
        return counts.Any(count => count.Segment.ItemsState.IsUnread() && count.Count > 0)
            ? await contracts.CountAsync(new PendingContracts(query, market.Instant), cancellationToken)
            : 0;
    }

    private async Task<IReadOnlyDictionary<Segment, int>> CountOffersAsync(OfferingLines offering, CancellationToken cancellationToken)
    {
        var counts = await lines.CountDifferentByAsync(
            offering,
            line => new { line.ContractId, line.Type, line.IsShipContract },
            contract => new { contract.Type, contract.IsShipContract },
            cancellationToken);
        return counts.ToDictionary(group => new Segment(group.Key.Type, group.Key.IsShipContract, ItemsState.Read), group => group.Value);
    }

    /// <summary>Ships by themselves, which are few, and the segments without lines by themselves, where the filter can meet them at all.</summary>
    private async Task<IReadOnlyDictionary<Segment, int>> CountShipsAsync(
        BrowseContracts query, DateTimeOffset marketInstant, IReadOnlyList<TypeId>? namedTypes, CancellationToken cancellationToken)
    {
        var ships = await CountAsync(new MatchingShips(query, marketInstant, namedTypes), cancellationToken);
        if (query.AsksForPrice() || query.AsksForLines()) return ships;
        var itemless = await CountAsync(new MatchingWithoutLines(query, marketInstant, namedTypes), cancellationToken);
        // What was an auction when its lines were read, and is none any more, is in both.
        return ships.Concat(itemless).DistinctBy(count => count.Key).ToDictionary();
    }

    private async Task<IReadOnlyDictionary<Segment, int>> CountAsync(Specification<Contract> counted, CancellationToken cancellationToken)
    {
        var counts = await contracts.CountByAsync(
            counted, contract => new { contract.Type, contract.IsShipContract, contract.ItemsState }, cancellationToken);
        return counts.ToDictionary(group => new Segment(group.Key.Type, group.Key.IsShipContract, group.Key.ItemsState), group => group.Value);
    }
}

/// <summary>The lines for which a question that asks for nothing else lists their contracts.</summary>
public sealed class OfferingLines : Specification<OpenLine>
{
    public OfferingLines(BrowseContracts query, DateTimeOffset marketInstant)
    {
        Query.Where(line => line.DateExpired > marketInstant);
        if (OfferedLine.Asked(query) is { } asked) Query.Where(asked);
        if (query.RegionIds is { Count: > 0 } regions) Query.Where(line => regions.Contains(line.RegionId));
        // As a set by itself where a query is built on it.
        Query.Skip(0);
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
