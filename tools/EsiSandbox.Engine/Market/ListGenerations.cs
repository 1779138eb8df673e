namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>One region's list over time: turns over every so often, remembers the generation before.</summary>
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

    /// <summary>What the list said before the current generation.</summary>
    public Generation Previous(DateTimeOffset now)
    {
        lock (_lock)
        {
            var current = Turn(InstantAt(now));
            return _previous ??= Build(current.Instant - length);
        }
    }

    /// <summary>What the list said at an instant, made anew. Turnovers on demand that came later are left out.</summary>
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
    /// <paramref name="change"/> hears the new instant before anybody can ask for the list of it.
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

    /// <summary>Not before the anchor: a turnover on demand may lie up to a second ahead.</summary>
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
