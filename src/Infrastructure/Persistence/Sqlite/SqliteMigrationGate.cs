using HangarBay.Infrastructure.Persistence.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>
/// A lock on a file beside the database. EF's own lock is a row, which stays for ever if its holder dies. While this process holds the file,
/// the process that wrote such a row is no longer alive, so the row is deleted.
/// </summary>
internal sealed class SqliteMigrationGate(DatabaseSettings settings, TimeProvider time, ILogger<SqliteMigrationGate> logger) : IMigrationGate
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task<IAsyncDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        FileStream? held;
        while ((held = FileLock.TryTake($"{settings.File}-lock")) is null)
        {
            if (time.GetElapsedTime(began) > Patience) throw MigrationBlockedException.TookTooLong();
            await Task.Delay(Pause, time, cancellationToken);
        }

        try
        {
            await PrepareFileAsync(cancellationToken);
            return held;
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    private async Task PrepareFileAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(settings.File))
        {
            // An empty file is a new database. SQLite itself would create a file that every user may read.
            await PrivateFile.Open(settings.File!).DisposeAsync();
            return;
        }

        await using var connection = new SqliteConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'";
        if (await command.ExecuteScalarAsync(cancellationToken) is 0L) return;

        command.CommandText = "DELETE FROM \"__EFMigrationsLock\"";
        if (await command.ExecuteNonQueryAsync(cancellationToken) > 0) Log.ClearedLock(logger);
    }
}
