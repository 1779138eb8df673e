namespace HangarBay.Infrastructure.Tests.Sync.Given;

/// <summary>
/// A wall clock that stands still until it is moved, with timers that run. So generations turn over only when a test wants it, while
/// retries and the governor's rates pass in real time. It can also run, for tests that measure with the sandbox's clock.
/// </summary>
internal sealed class WallClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    private long _runsSince;

    public override DateTimeOffset GetUtcNow()
    {
        var since = Interlocked.Read(ref _runsSince);
        var run = since == 0 ? TimeSpan.Zero : GetElapsedTime(since);
        return new DateTimeOffset(Interlocked.Read(ref _ticks), TimeSpan.Zero) + run;
    }

    /// <summary>From now on the clock runs in real time.</summary>
    public void Run() => Interlocked.CompareExchange(ref _runsSince, GetTimestamp(), 0);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
