using HangarBay.Application.Contracts.Market;
using MediatR;

namespace HangarBay.Application.Contracts.GetMarketStamp;

/// <summary>What every answer about the market depends on besides its question: while it stays, so do they.</summary>
public sealed record GetMarketStamp : IRequest<MarketStamp>;

/// <summary>
/// Moves with every commit of a sweep and with every whole minute, as contracts expire by the clock (B1).
/// <paramref name="Lasts"/> is how long it stays at most.
/// </summary>
public sealed record MarketStamp(long Contracts, long Coverage, DateTimeOffset Instant, TimeSpan Lasts)
{
    /// <summary>The same text for the same stamp, however long it still lasts.</summary>
    public string Text => FormattableString.Invariant($"{Contracts}.{Coverage}.{Instant.ToUnixTimeMilliseconds()}");
}

internal sealed class GetMarketStampHandler(IMarketVersions versions, TimeProvider time) : IRequestHandler<GetMarketStamp, MarketStamp>
{
    public async Task<MarketStamp> Handle(GetMarketStamp request, CancellationToken cancellationToken)
    {
        // Before the version: a stamp may be of an earlier minute than the answer, never of a later one.
        var now = time.GetUtcNow();
        var version = await versions.ReadAsync(cancellationToken);
        var lasts = TimeSpan.FromTicks(TimeSpan.TicksPerMinute - (now.Ticks % TimeSpan.TicksPerMinute));
        return new MarketStamp(version.Contracts, version.Coverage, MarketInstant.Of(now, version.ChangedAt), lasts);
    }
}
