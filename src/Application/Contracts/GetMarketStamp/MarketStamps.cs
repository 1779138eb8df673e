using HangarBay.Application.Contracts.Market;

namespace HangarBay.Application.Contracts.GetMarketStamp;

/// <summary>The stamp as it is now, never older than the call: for whoever answers by it alone.</summary>
public sealed class MarketStamps(IMarketVersions versions, TimeProvider time)
{
    public async ValueTask<MarketStamp> ReadAsync(CancellationToken cancellationToken)
    {
        // Before the version: a stamp may be of an earlier minute than the answer, never of a later one.
        var now = time.GetUtcNow();
        var version = await versions.ReadAsync(cancellationToken);
        var lasts = TimeSpan.FromTicks(TimeSpan.TicksPerMinute - (now.Ticks % TimeSpan.TicksPerMinute));
        return new MarketStamp(version.Contracts, version.Coverage, MarketInstant.Of(now, version.ChangedAt), lasts);
    }
}
