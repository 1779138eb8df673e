using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.Market;

/// <summary>The market as a request sees it: what was covered, <paramref name="AsOf"/> by swept region, and what others read of it.</summary>
internal sealed record MarketView(KeptMarket Kept, MarketCoverage Coverage, IReadOnlyDictionary<RegionId, DateTimeOffset> AsOf)
{
    /// <summary>The moment the request is judged at (B1).</summary>
    public DateTimeOffset Instant => Kept.Stamp.Instant;

    /// <summary>When the region's last good sweep was; null where there was none.</summary>
    public DateTimeOffset? AsOfOf(RegionId region) => AsOf.TryGetValue(region, out var asOf) ? asOf : null;
}
