using SQLitePCL;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Interrupts whatever runs on a connection once its time is over or it is cancelled. An interrupt that comes a moment
/// before the query's first step is lost, so it is repeated until the query has ended.
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

    /// <summary>From here on the connection may serve somebody else, whom no interrupt must hit.</summary>
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
