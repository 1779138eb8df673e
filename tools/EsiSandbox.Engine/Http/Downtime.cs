namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>
/// The daily downtime on demand. For a time nothing listens, and then everything answers 503 for a time. Both times are by the sandbox's
/// clock.
/// </summary>
internal sealed class Downtime(TimeProvider time) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Door> _doors = [];
    private DateTimeOffset _downUntil;
    private long _errorsUntil;
    private ITimer? _opening;
    private Task _moving = Task.CompletedTask;
    private TaskCompletionSource? _up;

    /// <summary>Whether a downtime can begin: false where the sandbox shares its server with others and may not shut it.</summary>
    public bool IsPossible
    {
        get
        {
            lock (_lock)
                return _doors.Count > 0;
        }
    }

    /// <summary>Whether connections are refused.</summary>
    public bool IsDown
    {
        get
        {
            lock (_lock)
                return _up is not null;
        }
    }

    /// <summary>Whether the server is up again but still answers 503.</summary>
    public bool IsComingUp => Volatile.Read(ref _errorsUntil) is not 0 and var until && time.GetUtcNow().UtcTicks < until;

    public void Attach(Door door)
    {
        lock (_lock)
            _doors.Add(door);
    }

    /// <summary>Begins a downtime at once. It replaces one that has not ended.</summary>
    /// <param name="spared">Id of the connection that asked for it, which may still be answered.</param>
    /// <returns>A task that completes when connections are refused.</returns>
    /// <exception cref="InvalidOperationException">The server is not the sandbox's own.</exception>
    public Task BeginAsync(TimeSpan refuse, TimeSpan errors, string? spared = null)
    {
        lock (_lock)
        {
            if (_doors.Count == 0)
                throw new InvalidOperationException("This sandbox shares its server with others and cannot refuse connections.");
            _downUntil = time.GetUtcNow() + refuse;
            Volatile.Write(ref _errorsUntil, (_downUntil + errors).UtcTicks);
            _up ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            _opening?.Dispose();
            _opening = time.CreateTimer(static self => ((Downtime)self!).Open(), this, refuse, Timeout.InfiniteTimeSpan);
            return Then(door => door.ShutAsync(spared));
        }
    }

    /// <summary>Waits until connections are accepted again; returns at once when they are.</summary>
    public Task UpAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
            return _up?.Task.WaitAsync(cancellationToken) ?? Task.CompletedTask;
    }

    /// <summary>Ends the downtime: calls are answered again as soon as the address is bound.</summary>
    public void End()
    {
        lock (_lock)
        {
            _downUntil = default;
            Volatile.Write(ref _errorsUntil, 0);
            if (_up is not null)
                Open();
        }
    }

    public void Dispose() => _opening?.Dispose();

    private void Open()
    {
        lock (_lock)
        {
            if (_up is null)
                return;
            // Timers use another clock and may fire a moment early. A downtime that began meanwhile may also end later.
            if (_downUntil - time.GetUtcNow() is { Ticks: > 0 } rest)
            {
                _opening?.Change(rest, Timeout.InfiniteTimeSpan);
                return;
            }

            _ = Then(door => door.OpenAsync()).ContinueWith(Opened, TaskScheduler.Default);
        }
    }

    private void Opened(Task opening)
    {
        lock (_lock)
        {
            if (opening.Exception is { } exception)
                _up?.TrySetException(exception.InnerExceptions);
            else if (time.GetUtcNow() >= _downUntil)
                _up?.TrySetResult();
            else
                return;
            _up = null;
        }
    }

    /// <summary>Runs the opening or shutting of the doors after the one before has ended.</summary>
    private Task Then(Func<Door, Task> move)
    {
        Door[] doors = [.. _doors];
        return _moving = MoveAsync(_moving);

        async Task MoveAsync(Task before)
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var door in doors)
                await move(door);
        }
    }
}
