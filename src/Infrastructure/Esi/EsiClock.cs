using Microsoft.Extensions.Logging;

namespace HangarBay.Infrastructure.Esi;

/// <summary>
/// Warns the operator if this machine's clock and ESI's are far apart, as ESI's dates then look expired or in the future. It warns once
/// until the clocks agree again, and at most once an hour.
/// </summary>
internal sealed class EsiClock(EsiMetrics metrics, TimeProvider time, ILogger<EsiClock> logger)
{
    private static readonly TimeSpan Far = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Close = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private bool _isFar;
    private long? _toldAt;

    /// <summary>Compares the clocks by an answer that has just arrived.</summary>
    public void Observe(HttpResponseMessage response)
    {
        if (response.Headers.Date is not { } date) return;

        // An answer from a cache on the way still has its original date; Age tells how long it was in caches.
        var ahead = time.GetUtcNow() - date - (response.Headers.Age ?? TimeSpan.Zero);
        metrics.ClockIsAhead(ahead);
        if (IsToBeTold(ahead.Duration())) Log.ClocksDiffer(logger, (long)ahead.Duration().TotalMinutes, ahead > TimeSpan.Zero ? "ahead of" : "behind");
    }

    private bool IsToBeTold(TimeSpan difference)
    {
        lock (_lock)
        {
            if (difference <= Close) _isFar = false;
            if (difference <= Far || _isFar) return false;
            _isFar = true;
            if (_toldAt is { } at && time.GetElapsedTime(at) < Silence) return false;
            _toldAt = time.GetTimestamp();
            return true;
        }
    }
}
