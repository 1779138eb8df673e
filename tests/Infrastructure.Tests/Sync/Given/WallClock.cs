namespace HangarBay.Infrastructure.Tests.Sync.Given;

/// <summary>
/// A wall clock that stands still until it is moved, over timers that run: generations turn when a test says so, while
/// retries and the governor's rates pass in real time.
/// </summary>
internal sealed class WallClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
