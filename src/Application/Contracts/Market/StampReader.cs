using HangarBay.Application.Contracts.GetMarketStamp;

namespace HangarBay.Application.Contracts.Market;

/// <summary>One stamp a request, however many parts of it ask.</summary>
internal sealed class StampReader(IMarketVersions versions, TimeProvider time)
{
    private MarketStamp? _stamp;

    public async Task<MarketStamp> ReadAsync(CancellationToken cancellationToken)
    {
        if (_stamp is { } known) return known;

        // Before the version: a stamp may be of an earlier minute than the answer, never of a later one.
        var now = time.GetUtcNow();
        var version = await versions.ReadAsync(cancellationToken);
        var lasts = TimeSpan.FromTicks(TimeSpan.TicksPerMinute - (now.Ticks % TimeSpan.TicksPerMinute));
        return _stamp = new MarketStamp(version.Contracts, version.Coverage, MarketInstant.Of(now, version.ChangedAt), lasts);
    }
}
