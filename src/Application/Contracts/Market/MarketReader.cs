using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Names;
using HangarBay.Domain;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.Market;

/// <summary>Reads the market instant and what the sweeps covered.</summary>
internal sealed class MarketReader(
    IReadRepository<MarketState> states,
    IReadRepository<RegionCoverage> coverages,
    IReadRepository<Region> regions,
    NameCache cache,
    TimeProvider time)
{
    public async Task<MarketView> ReadAsync(Language language, CancellationToken cancellationToken)
    {
        var state = (await states.ListAsync(new TheMarket(), cancellationToken)).SingleOrDefault();
        var swept = await coverages.ListAsync(new SweptRegions(), cancellationToken);
        var ids = swept.Select(region => region.RegionId).ToList();
        var instant = MarketInstant.Of(time.GetUtcNow(), state?.ChangedAt);
        var names = cache.At(instant).Regions;
        await NamesKept.ReadAsync(regions, names, ids, missing => new RegionsOfIds(missing), region => region.Id, cancellationToken);
        var asOf = swept.ToDictionary(region => region.RegionId, region => region.AsOf);
        var coverage = new MarketCoverage(
            state is null ? null : state.IsLive ? "live" : "sample",
            [.. ids.Select(id => id.Value)],
            asOf.Count == 0 ? null : asOf.Values.Max(),
            [.. swept.Select(region => new CoveredRegion(
                region.RegionId.Value, names.GetValueOrDefault(region.RegionId)?.Name.In(language), region.AsOf))]);
        return new MarketView(instant, coverage, asOf);
    }
}

/// <summary>The market as a request sees it: judged at <paramref name="Instant"/>; <paramref name="AsOf"/> by swept region.</summary>
internal sealed record MarketView(DateTimeOffset Instant, MarketCoverage Coverage, IReadOnlyDictionary<RegionId, DateTimeOffset> AsOf)
{
    /// <summary>When the region's last good sweep was; null where there was none.</summary>
    public DateTimeOffset? AsOfOf(RegionId region) => AsOf.TryGetValue(region, out var asOf) ? asOf : null;
}
