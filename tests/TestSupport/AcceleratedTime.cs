namespace HangarBay.TestSupport;

/// <summary>
/// Time that runs a number of times faster: wall clock, timestamps and timers agree with one another as a system's do, but
/// that no timer is ever early. The wall clock can be halted, for a comparison of what stands still, and moved by hand then;
/// timestamps and timers run on meanwhile, as they do when somebody sets a clock.
/// </summary>
public sealed class AcceleratedTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly long _origin = System.GetTimestamp();
    private DateTimeOffset _start;
    private DateTimeOffset? _halted;

    /// <param name="start">What the wall clock tells now.</param>
    /// <param name="factor">Seconds of this time in a real one, at least 1.</param>
    public AcceleratedTime(DateTimeOffset start, double factor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 1);
        _start = start.ToUniversalTime();
        Factor = factor;
    }

    public double Factor { get; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Since it was made.</summary>
    public TimeSpan Elapsed => new(GetTimestamp());

    public override long GetTimestamp() => (long)(System.GetElapsedTime(_origin).Ticks * Factor);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _halted ?? _start + Elapsed;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new AcceleratedTimer(this, callback, state, dueTime, period);

    /// <summary>From now on the wall clock stands still.</summary>
    public void HaltWallClock()
    {
        lock (_gate) _halted ??= _start + Elapsed;
    }

    /// <summary>Moves the halted wall clock.</summary>
    /// <exception cref="InvalidOperationException">It runs.</exception>
    public void MoveWallClock(TimeSpan by)
    {
        lock (_gate) _halted = _halted is { } at ? at + by : throw new InvalidOperationException("The wall clock runs.");
    }

    /// <summary>The wall clock runs on from where it stands.</summary>
    public void ResumeWallClock()
    {
        lock (_gate)
        {
            if (_halted is { } at) _start = at - Elapsed;
            _halted = null;
        }
    }
}
