using HangarBay.Application.Contracts.BrowseContracts;
using HangarBay.Application.Contracts.Market;
using HangarBay.Domain.Contracts;
using MediatR;

namespace HangarBay.Application.Contracts.GetRegions;

internal sealed class GetRegionsHandler(MarketReader market, LiveCounts live) : IRequestHandler<GetRegions, RegionList>
{
    public async Task<RegionList> Handle(GetRegions request, CancellationToken cancellationToken)
    {
        var view = await market.ReadAsync(request.Lang, cancellationToken);
        // What a list counts by, so that each number is what a click on it shows.
        var counts = (await live.ReadAsync(view, cancellationToken)).ToLookup(count => count.RegionId.Value);
        return new RegionList(
        [
            .. view.Coverage.Regions
                .Select(region => Entry(region, counts[region.RegionId].AggregateBy(count => count.Segment.Type, 0, (sum, count) => sum + count.Count).ToDictionary()))
                .OrderBy(region => region.Name is null).ThenBy(region => region.Name, StringComparer.Ordinal).ThenBy(region => region.RegionId),
        ]);
    }

    private static RegionEntry Entry(CoveredRegion region, Dictionary<ContractType, int> counts) => new(
        region.RegionId,
        region.Name,
        region.AsOf,
        counts.Values.Sum(),
        new SegmentCounts(
            counts.GetValueOrDefault(ContractType.ItemExchange),
            counts.GetValueOrDefault(ContractType.Auction),
            counts.GetValueOrDefault(ContractType.Courier),
            counts.GetValueOrDefault(ContractType.Loan),
            counts.GetValueOrDefault(ContractType.Unknown)));
}
