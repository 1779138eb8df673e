using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.InMemory.Following;
using MediatR;

namespace HangarBay.Application.Contracts.GettingRegions;

internal sealed class GetRegionsHandler(MarketPin pin) : IRequestHandler<GetRegions, RegionList>
{
    public async Task<RegionList> Handle(GetRegions request, CancellationToken cancellationToken)
    {
        var view = (await pin.TakeAsync(cancellationToken)).View;
        // The numbers come from the tally of lists, so that each is what a click on it shows.
        var counts = view.Counts.ToLookup(count => count.RegionId.Value);
        var list = new BrowseContracts { ContractTypes = request.ContractType is { } type ? [type] : [], IsShipContract = request.IsShipContract };
        return new RegionList(
        [
            .. view.CoverageIn(request.Lang).Regions
                .Select(region => Entry(region, new SegmentTally(list, counts[region.RegionId].ToDictionary(count => count.Segment, count => count.Count))))
                .OrderBy(region => region.Name is null).ThenBy(region => region.Name, StringComparer.Ordinal).ThenBy(region => region.RegionId),
        ]);
    }

    private static RegionEntry Entry(CoveredRegion region, SegmentTally tally) =>
        new(region.RegionId, region.Name, region.AsOf, tally.Total, tally.Segments);
}
