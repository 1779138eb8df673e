using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>
/// What SQLite forgets with every connection: how long to wait for the one writer, and that foreign keys hold. The
/// write-ahead log, which lets readers go on beside the writer, is kept in the file and asked for where it can be.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();

    private const string Each = "PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite's own asynchronous calls are synchronous; there is nothing to await.
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        var isReadOnly = connection is SqliteConnection sqlite
            && new SqliteConnectionStringBuilder(sqlite.ConnectionString).Mode == SqliteOpenMode.ReadOnly;
        command.CommandText = isReadOnly ? Each : Each + " PRAGMA journal_mode = WAL;";
        command.ExecuteNonQuery();
    }
}
