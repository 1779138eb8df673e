using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Names;
using HangarBay.Domain;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.Market;

/// <summary>Reads the market instant and what the sweeps covered.</summary>
internal sealed class MarketReader(
    StampReader stamps,
    MarketCache cache,
    IReadRepository<MarketState> states,
    IReadRepository<RegionCoverage> coverages,
    IReadRepository<Region> regions)
{
    public async Task<MarketView> ReadAsync(Language language, CancellationToken cancellationToken)
    {
        var kept = cache.At(await stamps.ReadAsync(cancellationToken));
        return kept.Views.TryGetValue(language, out var view) ? view : kept.Views[language] = await ReadAsync(kept, language, cancellationToken);
    }

    private async Task<MarketView> ReadAsync(KeptMarket kept, Language language, CancellationToken cancellationToken)
    {
        var state = (await states.ListAsync(new TheMarket(), cancellationToken)).SingleOrDefault();
        var swept = await coverages.ListAsync(new SweptRegions(), cancellationToken);
        var ids = swept.Select(region => region.RegionId).ToList();
        var names = kept.Names.Regions;
        await NamesKept.ReadAsync(regions, names, ids, missing => new RegionsOfIds(missing), region => region.Id, cancellationToken);
        var asOf = swept.ToDictionary(region => region.RegionId, region => region.AsOf);
        var coverage = new MarketCoverage(
            state is null ? null : state.IsLive ? "live" : "sample",
            [.. ids.Select(id => id.Value)],
            asOf.Count == 0 ? null : asOf.Values.Max(),
            [.. swept.Select(region => new CoveredRegion(
                region.RegionId.Value, names.GetValueOrDefault(region.RegionId)?.Name.In(language), region.AsOf))]);
        return new MarketView(kept, coverage, asOf);
    }
}
