using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowseContracts;
using HangarBay.Application.Contracts.Market;
using HangarBay.Domain.Contracts;
using MediatR;

namespace HangarBay.Application.Contracts.GetRegions;

internal sealed class GetRegionsHandler(MarketReader market, IReadRepository<Contract> contracts) : IRequestHandler<GetRegions, RegionList>
{
    public async Task<RegionList> Handle(GetRegions request, CancellationToken cancellationToken)
    {
        var view = await market.ReadAsync(request.Lang, cancellationToken);
        // The very question that a list asks, so that each number is what a click on it shows.
        var everything = new MatchingContracts(new BrowseContracts.BrowseContracts(), view.Instant, namedTypes: null);
        var counts = await contracts.CountByAsync(everything, contract => new { contract.RegionId, contract.Type }, cancellationToken);
        var byRegion = counts.ToLookup(group => group.Key.RegionId.Value, group => (group.Key.Type, group.Value));
        return new RegionList(
        [
            .. view.Coverage.Regions
                .Select(region => Entry(region, byRegion[region.RegionId].ToDictionary(count => count.Type, count => count.Value)))
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
