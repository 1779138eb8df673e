namespace HangarBay.Infrastructure.Tests.Sync.Given;

/// <summary>
/// A wall clock that stands still until it is moved, over timers that run: generations turn when a test says so, while
/// retries and the governor's rates pass in real time. For what must be seen on the sandbox's own clock it can be let run.
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

    /// <summary>From now on it goes as real time does.</summary>
    public void Run() => Interlocked.CompareExchange(ref _runsSince, GetTimestamp(), 0);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
