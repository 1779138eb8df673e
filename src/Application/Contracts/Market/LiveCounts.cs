using HangarBay.Application.Abstractions;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.Market;

/// <summary>Live contracts of a region that agree in all that segments tell apart.</summary>
internal sealed record LiveCount(RegionId RegionId, Segment Segment, int Count);

/// <summary>
/// How many contracts are live, by region and segment: what is kept of the open ones (<see cref="OpenTally"/>), less what is past
/// its date and not closed yet.
/// </summary>
internal sealed class LiveCounts(IReadRepository<OpenTally> tallies, IReadRepository<Contract> contracts)
{
    public async Task<IReadOnlyList<LiveCount>> ReadAsync(MarketView market, CancellationToken cancellationToken) =>
        market.Kept.LiveCounts ??= await CountAsync(market.Instant, cancellationToken);

    private async Task<IReadOnlyList<LiveCount>> CountAsync(DateTimeOffset marketInstant, CancellationToken cancellationToken)
    {
        var open = await tallies.ListAsync(new EveryTally(), cancellationToken);
        var expired = await contracts.CountByAsync(
            new ExpiredContracts(marketInstant),
            contract => new { contract.RegionId, contract.Type, contract.IsShipContract, contract.ItemsState },
            cancellationToken);
        return
        [
            .. open.Select(tally => new LiveCount(
                tally.RegionId,
                new Segment(tally.Type, tally.IsShipContract, tally.ItemsState),
                tally.Count - expired.GetValueOrDefault(new { tally.RegionId, tally.Type, tally.IsShipContract, tally.ItemsState }))),
        ];
    }
}

/// <summary>The kept counts of every region.</summary>
public sealed class EveryTally : Specification<OpenTally>;

/// <summary>Listed still, and past their date: no longer live (B1), though no sweep has closed them yet.</summary>
public sealed class ExpiredContracts : Specification<Contract>
{
    public ExpiredContracts(DateTimeOffset marketInstant) =>
        Query.Where(Contract.IsOpen).Where(contract => contract.DateExpired <= marketInstant);
}
