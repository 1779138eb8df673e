using Microsoft.Extensions.Time.Testing;

namespace HangarBay.Infrastructure.Tests.Esi;

/// <summary>
/// A clock that stands still until it is advanced, and counts its waiters. A call that begins to wait just after the clock was advanced
/// waits too long, or for ever. So a test advances the clock only when all expected calls wait.
/// </summary>
internal class WaitedClock : FakeTimeProvider
{
    private int _waiting;

    public WaitedClock()
    {
    }

    public WaitedClock(DateTimeOffset start)
        : base(start)
    {
    }

    /// <summary>Timers that are armed and neither due yet nor disposed.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var armed = new Armed(this, callback);
        armed.Inner = base.CreateTimer(armed.Fire, state, dueTime, period);
        return armed;
    }

    /// <summary>Counts a timer from its creation until it fires or is disposed. No timer here is set again.</summary>
    private sealed class Armed : ITimer
    {
        private readonly TimerCallback _callback;
        private WaitedClock? _clock;

        public Armed(WaitedClock clock, TimerCallback callback)
        {
            (_clock, _callback) = (clock, callback);
            Interlocked.Increment(ref clock._waiting);
        }

        public ITimer? Inner { get; set; }

        public void Fire(object? state)
        {
            Leave();
            _callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException("It is not set anew.");

        public void Dispose()
        {
            Leave();
            Inner?.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Leave()
        {
            if (Interlocked.Exchange(ref _clock, null) is { } clock) Interlocked.Decrement(ref clock._waiting);
        }
    }
}
