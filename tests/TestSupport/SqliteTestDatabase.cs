using HangarBay.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.TestSupport;

/// <summary>A database file in a directory of its own, copied from one that is migrated once a run.</summary>
internal sealed class SqliteTestDatabase : TestDatabase
{
    private static readonly Lazy<Task<byte[]>> Template = new(MigrateOnceAsync);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("hangarbay-sqlite-");

    private SqliteTestDatabase() => Settings = new DatabaseSettings(
        DatabaseProvider.Sqlite, $"Data Source={Path.Combine(_directory.FullName, "hangar_bay.db")}", MigrateOnStartup: true);

    public override DatabaseSettings Settings { get; }

    private string File => new SqliteConnectionStringBuilder(Settings.ConnectionString).DataSource;

    public static async Task<SqliteTestDatabase> CreateAsync(bool migrated)
    {
        var database = new SqliteTestDatabase();
        if (migrated) await System.IO.File.WriteAllBytesAsync(database.File, await Template.Value);
        return database;
    }

    public override ValueTask DisposeAsync()
    {
        ClosePool();
        _directory.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private void ClosePool()
    {
        using var connection = new SqliteConnection(Settings.ConnectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static async Task<byte[]> MigrateOnceAsync()
    {
        await using var database = new SqliteTestDatabase();
        await using (var services = database.CreateServices())
        await using (var scope = services.CreateAsyncScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<HangarBayDbContext>();
            await context.Database.MigrateAsync();
            // Only this one file is copied, so the log (WAL) beside it must be empty.
            await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        database.ClosePool();
        return await System.IO.File.ReadAllBytesAsync(database.File);
    }
}
