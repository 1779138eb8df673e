namespace HangarBay.TestSupport;

/// <summary>
/// Time that runs a number of times faster. Wall clock, timestamps and timers agree with each other as in a system, except that no timer
/// is ever early. Time passes only while the thread pool keeps up: on a busy machine it waits for the work that it makes due, or requests
/// of a millisecond would take minutes of this time. The wall clock can be halted, so that a test can compare a state that stands still. Then it can be moved by hand.
/// Meanwhile timestamps and timers run on, as they do when an administrator sets a clock.
/// </summary>
public sealed class AcceleratedTime : TimeProvider, IDisposable
{
    private static readonly TimeSpan Pulse = TimeSpan.FromMilliseconds(5);

    /// <summary>How much real time passes at most between two pulses.</summary>
    private static readonly TimeSpan MostOfAPulse = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly Lock _passing = new();
    private readonly Timer _pulse;
    private long _lastPulse = System.GetTimestamp();
    private TimeSpan _passed;
    private DateTimeOffset _start;
    private DateTimeOffset? _halted;

    /// <param name="start">The time of the wall clock at the start.</param>
    /// <param name="factor">How many seconds of this time are in a real second; at least 1.</param>
    public AcceleratedTime(DateTimeOffset start, double factor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 1);
        _start = start.ToUniversalTime();
        Factor = factor;
        _pulse = new Timer(static self => ((AcceleratedTime)self!).Beat(), this, Pulse, Pulse);
    }

    /// <summary>How many seconds of this time are in a real second, while the thread pool keeps up.</summary>
    public double Factor { get; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The time since this object was made.</summary>
    public TimeSpan Elapsed => new(GetTimestamp());

    public override long GetTimestamp()
    {
        lock (_passing) return (long)((_passed + SinceLastPulse()).Ticks * Factor);
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _halted ?? _start + Elapsed;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new AcceleratedTimer(this, callback, state, dueTime, period);

    /// <summary>Stops the wall clock.</summary>
    public void HaltWallClock()
    {
        lock (_gate) _halted ??= _start + Elapsed;
    }

    /// <summary>Moves the halted wall clock.</summary>
    /// <exception cref="InvalidOperationException">The wall clock is not halted.</exception>
    public void MoveWallClock(TimeSpan by)
    {
        lock (_gate) _halted = _halted is { } at ? at + by : throw new InvalidOperationException("The wall clock runs.");
    }

    /// <summary>Lets the wall clock run on from its present time.</summary>
    public void ResumeWallClock()
    {
        lock (_gate)
        {
            if (_halted is { } at) _start = at - Elapsed;
            _halted = null;
        }
    }

    /// <summary>Stops the pulse. The time stands still soon after.</summary>
    public void Dispose() => _pulse.Dispose();

    private void Beat()
    {
        lock (_passing)
        {
            _passed += SinceLastPulse();
            _lastPulse = System.GetTimestamp();
        }
    }

    private TimeSpan SinceLastPulse()
    {
        var real = System.GetElapsedTime(_lastPulse);
        return real < MostOfAPulse ? real : MostOfAPulse;
    }
}
