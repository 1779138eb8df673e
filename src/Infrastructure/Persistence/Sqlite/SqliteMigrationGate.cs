using HangarBay.Application.Abstractions;
using HangarBay.Infrastructure.Persistence.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>
/// A lock on a file beside the database, which the kernel releases when its holder dies. EF's own lock is a row, which
/// stays for ever when its holder dies: while the file is held here, a row that is there has no living owner.
/// </summary>
internal sealed class SqliteMigrationGate(DatabaseSettings settings, TimeProvider time, ILogger<SqliteMigrationGate> logger) : IMigrationGate
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task<IAsyncDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        FileStream? held;
        while ((held = TryLock($"{settings.File}-lock")) is null)
        {
            if (time.GetElapsedTime(began) > Patience) throw MigrationBlockedException.TookTooLong();
            await Task.Delay(Pause, time, cancellationToken);
        }

        try
        {
            await ClearAbandonedLockAsync(cancellationToken);
            return held;
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    private static FileStream? TryLock(string path)
    {
        try
        {
            // Never deleted: whoever waits for it has it open, and would then hold a lock on a file that nobody else sees.
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (IsHeld(exception))
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MigrationBlockedException(
                new(DatabaseFaultKind.ReadOnly, "The folder of the database file cannot be written to."), exception);
        }
    }

    /// <summary>EWOULDBLOCK on Linux and on macOS, a sharing violation on Windows.</summary>
    private static bool IsHeld(IOException exception) => exception.HResult is 11 or 35 or unchecked((int)0x80070020);

    private async Task ClearAbandonedLockAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(settings.File)) return;

        await using var connection = new SqliteConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'";
        if (await command.ExecuteScalarAsync(cancellationToken) is 0L) return;

        command.CommandText = "DELETE FROM \"__EFMigrationsLock\"";
        if (await command.ExecuteNonQueryAsync(cancellationToken) > 0) Log.ClearedLock(logger);
    }
}
