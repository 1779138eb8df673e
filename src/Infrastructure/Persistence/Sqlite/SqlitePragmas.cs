using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Sets the options that SQLite does not keep between connections, such as how long to wait for the one writer, and that foreign keys are
/// enforced. The write-ahead log lets readers work beside the writer. SQLite keeps that mode in the file; it is set if the file can be
/// written.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();

    private const string Each = "PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; " +
        // The log is copied back every 32 MB. The page cache keeps SQLite's default of 2 MB, as the system's cache holds the file for all
        // connections.
        "PRAGMA wal_autocheckpoint = 8000;";

    // The handles that have these options. The pool gives out the same handle again and again, and it keeps its options.
    private readonly ConditionalWeakTable<sqlite3, object> _set = [];

    // The handles that are read-only at present, as a limited query uses them.
    private readonly ConditionalWeakTable<sqlite3, object> _reading = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set((SqliteConnection)connection, eventData);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite's own asynchronous calls are synchronous; there is nothing to await.
        Set((SqliteConnection)connection, eventData);
        return Task.CompletedTask;
    }

    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        SetReading((SqliteConnection)connection, isReading: false);
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        SetReading((SqliteConnection)connection, isReading: false);
        return ValueTask.FromResult(result);
    }

    private void Set(SqliteConnection connection, ConnectionEndEventData eventData)
    {
        SetOnce(connection);
        SetReading(connection, eventData.Context is SqliteHangarBayDbContext { ReadingLimit: not null });
    }

    /// <summary>Makes a connection read-only or writable. On PostgreSQL limited queries have read-only sessions as well.</summary>
    private void SetReading(SqliteConnection connection, bool isReading)
    {
        if (connection.Handle is not { } handle || _reading.TryGetValue(handle, out _) == isReading) return;
        Execute(connection, isReading ? "PRAGMA query_only = ON" : "PRAGMA query_only = OFF");
        if (isReading) _reading.Add(handle, this);
        else _reading.Remove(handle);
    }

    private void SetOnce(SqliteConnection connection)
    {
        if (connection.Handle is not { } handle || _set.TryGetValue(handle, out _)) return;

        Execute(connection, Each);
        try
        {
            Execute(connection, "PRAGMA journal_mode = WAL");
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == raw.SQLITE_READONLY)
        {
            // A read-only file keeps its mode and can still be read.
        }

        _set.TryAdd(handle, this);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
