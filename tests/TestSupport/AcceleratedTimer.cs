namespace HangarBay.TestSupport;

/// <summary>
/// A timer of accelerated time, based on a real timer. Real timers are sometimes a few milliseconds early, which would be seconds here. A
/// timer that fires early waits for the rest.
/// </summary>
internal sealed class AcceleratedTimer : ITimer
{
    private readonly Lock _gate = new();
    private readonly AcceleratedTime _time;
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private readonly ITimer _real;
    private TimeSpan? _dueAt;
    private TimeSpan _period;
    private bool _isDisposed;

    public AcceleratedTimer(AcceleratedTime time, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        (_time, _callback, _state) = (time, callback, state);
        _real = TimeProvider.System.CreateTimer(
            static self => ((AcceleratedTimer)self!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Change(dueTime, period);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            if (_isDisposed) return false;
            _period = period;
            _dueAt = dueTime == Timeout.InfiniteTimeSpan ? null : _time.Elapsed + dueTime;
            return Arm();
        }
    }

    public void Dispose()
    {
        lock (_gate) _isDisposed = true;
        _real.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        lock (_gate) _isDisposed = true;
        return _real.DisposeAsync();
    }

    private void Fire()
    {
        lock (_gate)
        {
            if (_isDisposed || _dueAt is not { } due) return;
            if (due > _time.Elapsed)
            {
                Arm();
                return;
            }

            _dueAt = _period > TimeSpan.Zero ? due + _period : null;
            Arm();
        }

        _callback(_state);
    }

    /// <summary>Sets the real timer. It rounds up to whole milliseconds, so that the timer is late rather than early.</summary>
    private bool Arm()
    {
        var wait = _dueAt is { } due ? Math.Max(0, Math.Ceiling((due - _time.Elapsed).TotalMilliseconds / _time.Factor)) : -1;
        return _real.Change(TimeSpan.FromMilliseconds(wait), Timeout.InfiniteTimeSpan);
    }
}
