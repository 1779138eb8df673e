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
        var tried = await coverages.ListAsync(new TriedRegions(), cancellationToken);
        var asOf = tried.Where(region => region.AsOf is not null).ToDictionary(region => region.RegionId, region => region.AsOf!.Value);
        var ids = asOf.Keys.Order().ToList();
        var names = kept.Names.Regions;
        await NamesKept.ReadAsync(regions, names, ids, missing => new RegionsOfIds(missing), region => region.Id, cancellationToken);
        var coverage = new MarketCoverage(
            state is null ? null : state.IsLive ? "live" : "sample",
            [.. ids.Select(id => id.Value)],
            asOf.Count == 0 ? null : asOf.Values.Max(),
            [.. ids.Select(id => new CoveredRegion(id.Value, names.GetValueOrDefault(id)?.Name.In(language), asOf[id]))])
        {
            RegionsTried = tried.Count,
        };
        return new MarketView(kept, coverage, asOf);
    }
}
