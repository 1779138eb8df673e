using SQLitePCL;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Interrupts the query on a connection once its time is over or it is cancelled. SQLite loses an interrupt that comes just before the
/// query's first step, so the interrupt is repeated until the query has ended.
/// </summary>
internal sealed class QueryWatch : IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(25);

    private readonly Lock _lock = new();
    private readonly sqlite3 _handle;
    private readonly Timer _timer;
    private readonly CancellationTokenRegistration _cancellation;
    private bool _isOver;

    public QueryWatch(sqlite3 handle, TimeSpan limit, CancellationToken cancellationToken)
    {
        _handle = handle;
        _timer = new Timer(static watch => ((QueryWatch)watch!).Interrupt(), this, limit, Again);
        _cancellation = cancellationToken.UnsafeRegister(static watch => ((QueryWatch)watch!).Hurry(), this);
    }

    /// <summary>Ends the watch. Afterwards the connection may serve another query, which must not be interrupted.</summary>
    public void Dispose()
    {
        lock (_lock) _isOver = true;
        _cancellation.Unregister();
        _timer.Dispose();
    }

    private void Hurry()
    {
        lock (_lock)
        {
            if (!_isOver) _timer.Change(TimeSpan.Zero, Again);
        }
    }

    private void Interrupt()
    {
        lock (_lock)
        {
            if (!_isOver) raw.sqlite3_interrupt(_handle);
        }
    }
}
