using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>
/// What SQLite forgets with every connection: how long to wait for the one writer, and that foreign keys hold. The
/// write-ahead log, which lets readers go on beside the writer, is kept in the file and asked for where it can be.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();

    private const string Each = "PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; " +
        // The log is copied back every 32 MB. The page cache stays at SQLite's own 2 MB: the system's holds the file for all connections.
        "PRAGMA wal_autocheckpoint = 8000;";

    // The pool hands the same handle out again and again, and what was set on it stays set.
    private readonly ConditionalWeakTable<sqlite3, object> _set = [];

    // Those on which a limited question is being asked, which only reads.
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

    /// <summary>As on PostgreSQL, where such questions have sessions that can only read.</summary>
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
            // Then it keeps the mode it has; reading goes on.
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
