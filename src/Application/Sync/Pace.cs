using HangarBay.Domain.Coverage;
using Microsoft.Extensions.Options;

namespace HangarBay.Application.Sync;

/// <summary>When a region is swept next: at its list's expiry, with floor, ceiling and jitter (M4).</summary>
internal sealed class Pace(IOptions<SyncOptions> options, TimeProvider time)
{
    /// <param name="expiresAt">Null where ESI gave none: then the wait doubles with every failure in a row.</param>
    /// <param name="failuresInRow">Before this attempt.</param>
    public SweepSchedule After(DateTimeOffset? expiresAt, int failuresInRow)
    {
        var pace = options.Value;
        var now = time.GetUtcNow();
        // A longer lifetime of a list is not believed.
        var expires = expiresAt > now + pace.Ceiling ? now + pace.Ceiling : expiresAt;
        var wait = expires is { } until ? until - now : pace.Floor * Math.Pow(2, Math.Min(failuresInRow, 10));
        var clamped = wait < pace.Floor ? pace.Floor : wait > pace.Ceiling ? pace.Ceiling : wait;
        return new SweepSchedule(now, expires, now + clamped + (pace.Jitter * Random.Shared.NextDouble()));
    }
}
