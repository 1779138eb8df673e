using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync.Ports;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Schema;
using HangarBay.TestSupport;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.Infrastructure.Tests.Persistence.Sqlite;

public sealed class SqliteMigrationGateTests() : DatabaseBehaviour(DatabaseProvider.Sqlite, migrated: false)
{
    private readonly FakeTimeProvider _time = new();

    private string Lock => $"{Database.Settings.File}-lock";

    [Fact]
    public async Task A_lock_row_of_a_process_that_died_is_cleared()
    {
        await using (var connection = new SqliteConnection(Database.Settings.ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText =
                """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
                """;
            await command.ExecuteNonQueryAsync();
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        Assert.NotEmpty(await Services.GetRequiredService<IDatabaseSchema>().MigrateAsync(patience.Token));
    }

    [Fact]
    public async Task A_migration_that_waits_more_than_a_minute_for_the_lock_fails_with_a_reason()
    {
        await using var held = new FileStream(Lock, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        await using var impatient = Database.CreateServices(services => services.AddSingleton<TimeProvider>(_time));

        var migrating = impatient.GetRequiredService<IDatabaseSchema>().MigrateAsync(CancellationToken.None);
        for (var real = 0; real < 200 && !migrating.IsCompleted; real++)
        {
            _time.Advance(TimeSpan.FromSeconds(10));
            await Task.WhenAny(migrating, Task.Delay(50));
        }

        var exception = await Assert.ThrowsAsync<MigrationBlockedException>(() => migrating.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal(DatabaseFaultKind.Unavailable, impatient.GetRequiredService<IDatabaseFaults>().Explain(exception)?.Kind);
    }

    [Fact]
    public async Task A_waiting_migration_continues_when_the_lock_is_free()
    {
        Task<IReadOnlyList<string>> migrating;
        await using (new FileStream(Lock, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            migrating = Services.GetRequiredService<IDatabaseSchema>().MigrateAsync(CancellationToken.None);
            await Task.WhenAny(migrating, Task.Delay(300));
            Assert.False(migrating.IsCompleted);
        }

        Assert.NotEmpty(await migrating);
    }

    [SkippableFact]
    public async Task Only_the_owner_can_read_the_database_file_and_the_files_beside_it()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such file permissions.");
        await Services.GetRequiredService<IDatabaseSchema>().MigrateAsync(CancellationToken.None);
        await using (await Services.GetRequiredService<ISweeperLock>().TryAcquireAsync(CancellationToken.None))
        {
            // The log (WAL) stays beside the file while a connection is open.
            await using var connection = new SqliteConnection(Database.Settings.ConnectionString);
            await connection.OpenAsync();
            var files = Directory.GetFiles(Path.GetDirectoryName(Database.Settings.File)!, $"{Path.GetFileName(Database.Settings.File)}*");

            Assert.InRange(files.Length, 4, 6);
            Assert.All(files, file => Assert.Equal((file, UnixFileMode.UserRead | UnixFileMode.UserWrite), (file, ModeOf(file))));
        }
    }

    private static UnixFileMode ModeOf(string file) => OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(file);
}
