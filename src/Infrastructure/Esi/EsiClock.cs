using Microsoft.Extensions.Logging;

namespace HangarBay.Infrastructure.Esi;

/// <summary>
/// Tells the operator that this machine's clock and ESI's are far apart: what ESI dates then looks expired, or yet to come. Told once,
/// until they agree again, and once an hour at most.
/// </summary>
internal sealed class EsiClock(EsiMetrics metrics, TimeProvider time, ILogger<EsiClock> logger)
{
    private static readonly TimeSpan Far = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Close = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private bool _isFar;
    private long? _toldAt;

    /// <summary>Learns from an answer that came just now.</summary>
    public void Observe(HttpResponseMessage response)
    {
        if (response.Headers.Date is not { } date) return;

        // A cache on the way keeps the date of what it keeps.
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
