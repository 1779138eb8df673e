namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>One region's list over time. It turns over at a fixed interval and remembers the generation before.</summary>
internal sealed class ListGenerations(DateTimeOffset start, TimeSpan length, Func<DateTimeOffset, DateTimeOffset, Generation> print)
{
    private readonly Lock _lock = new();
    private readonly DateTimeOffset _phase = start;
    private DateTimeOffset _anchor = start;
    private Generation? _current;
    private Generation? _previous;

    public Generation Current(DateTimeOffset now)
    {
        lock (_lock)
            return Turn(InstantAt(now));
    }

    /// <summary>The generation before the current one.</summary>
    public Generation Previous(DateTimeOffset now)
    {
        lock (_lock)
        {
            var current = Turn(InstantAt(now));
            return _previous ??= Build(current.Instant - length);
        }
    }

    /// <summary>The generation at an instant, made anew. It ignores turnovers on demand that came later.</summary>
    public Generation At(DateTimeOffset instant)
    {
        lock (_lock)
        {
            var from = instant < _anchor ? _phase : _anchor;
            return Build(from + Math.Max(0, Math.Floor((instant - from) / length)) * length);
        }
    }

    /// <summary>
    /// Turns the list over at once, at least a second after the turnover before, since HTTP dates are no finer.
    /// <paramref name="change"/> gets the new instant before any caller can read that list.
    /// </summary>
    public void TurnOver(DateTimeOffset now, Action<DateTimeOffset> change)
    {
        lock (_lock)
        {
            var before = Turn(InstantAt(now));
            var second = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
            _anchor = second > before.Instant ? second : before.Instant.AddSeconds(1);
            change(_anchor);
        }
    }

    public void Reset()
    {
        lock (_lock)
        {
            _anchor = _phase;
            _current = _previous = null;
        }
    }

    /// <summary>
    /// The instant of the current generation. It is not before the anchor, because a turnover on demand may be up to a second ahead.
    /// </summary>
    private DateTimeOffset InstantAt(DateTimeOffset now) => _anchor + Math.Max(0, Math.Floor((now - _anchor) / length)) * length;

    private Generation Turn(DateTimeOffset instant)
    {
        if (_current?.Instant == instant)
            return _current;
        _previous = _current?.Instant < instant ? _current : null;
        return _current = Build(instant);
    }

    private Generation Build(DateTimeOffset instant) => print(instant, instant + length);
}
