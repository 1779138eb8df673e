using System.Net;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Schema;
using HangarBay.TestSupport;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.WebApi.Tests.Hosting;

/// <summary>The start of real processes, alone, together with others and after a crash.</summary>
public sealed class StartTests
{
    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task One_of_two_processes_that_start_at_once_migrates(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, migrated: false);
        var arguments = Arguments(database);
        await using var one = HostProcess.Serve(arguments);
        await using var other = HostProcess.Serve(arguments);

        await Task.WhenAll(one.UntilAliveAsync(), other.UntilAliveAsync());

        foreach (var server in (HostProcess[])[one, other])
            Assert.Equal(HttpStatusCode.OK, (await server.ReadyAsync()).Status);
        Assert.Equal(1, new[] { one, other }.Count(server => server.Output.Contains("Applied migrations", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_process_killed_in_the_middle_of_a_migration_does_not_block_the_next()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, migrated: false);
        await MakeMigratingEndlessAsync(database);
        await using (var victim = HostProcess.Start(["db", "migrate", .. Arguments(database)]))
        {
            await UntilAsync(() => CountAsync(database, "SELECT count(*) FROM \"__EFMigrationsLock\""), rows => rows == 1);
            // Time to take the lock and begin the migration, which never ends.
            await Task.Delay(1000);
            Assert.False(victim.HasExited, victim.Error);
            await victim.SignalAsync("KILL");
            await victim.WaitAsync();
        }

        Assert.Equal(1, await CountAsync(database, "SELECT count(*) FROM \"__EFMigrationsLock\""));
        await ExecuteAsync(database, "DROP TRIGGER endless");
        await using var next = await HostProcess.Serve(Arguments(database)).UntilAliveAsync();

        Assert.Equal(HttpStatusCode.OK, (await next.ReadyAsync()).Status);
        Assert.Contains("its lock is cleared", next.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Sandbox:Shape=round", "Sandbox:Shape")]
    [InlineData("--Sandbox:Shape=7", "demo or newEden, not 7")]
    [InlineData("--Sandbox:Contracts=0", "between 1 and 1,000,000")]
    public async Task A_wrong_setting_of_the_sample_market_is_refused_in_one_sentence(string setting, string told)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, migrated: false);

        var (exitCode, _, error) = await HostProcess.RunAsync([$"--DATABASE_URL=sqlite:///{database.Settings.File}", "--Esi:BaseUrl=", setting]);

        Assert.Equal(1, exitCode);
        Assert.Contains(told, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_read_only_file_the_process_runs_and_reports_it()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, migrated: false);
        await File.WriteAllBytesAsync(database.Settings.File!, []);
        await using var server = await HostProcess.Serve([$"--DATABASE_URL=sqlite:///{database.Settings.File}?mode=ReadOnly"]).UntilAliveAsync();

        var (status, body) = await server.ReadyAsync(HttpStatusCode.ServiceUnavailable);
        await Task.Delay(2500);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"status":"not_ready"}"""), (status, body));
        Assert.Contains("The database file is read-only.", server.Output, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/health")).StatusCode);
        Assert.Single(server.Output.Split('\n'), line => line.Contains("Migrating failed", StringComparison.Ordinal));
        Assert.Empty(await File.ReadAllBytesAsync(database.Settings.File!));
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task Without_automatic_migration_the_server_logs_the_command_once_and_continues_after_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, migrated: false);
        string[] arguments = [.. Arguments(database), "--Database:MigrateOnStartup=false"];
        await using var server = await HostProcess.Serve(arguments).UntilAliveAsync();
        using var asked = await server.Client.GetAsync("/api/v1/contracts");
        // Long enough for every background task to have asked the database twice.
        await Task.Delay(TimeSpan.FromSeconds(7));

        var trouble = server.Output.Split('\n').Where(line => line.Contains("\"@l\":", StringComparison.Ordinal)).ToList();
        var files = database.Settings.File is { } file ? Directory.GetFiles(Path.GetDirectoryName(file)!) : [];
        await HostProcess.RunAsync(["db", "migrate", .. arguments]);
        var (status, _) = await server.ReadyAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, asked.StatusCode);
        Assert.Empty(files);
        Assert.Contains("run \\\"db migrate\\\"", trouble[0], StringComparison.Ordinal);
        // The other message is that of the request, which is logged because a client asked.
        Assert.Equal(2, trouble.Count);
        Assert.Contains("db migrate", trouble[1], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, status);
    }

    [SkippableFact]
    public async Task Behind_a_pooler_without_sessions_the_server_is_not_ready_and_logs_the_reason_once()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var pooler = await PgBouncer.StartAsync("transaction", "ignore_startup_parameters = options");
        await using var server = await HostProcess.Serve([], environment: [("ConnectionStrings__HangarBay", pooler.Before(database.Settings).ConnectionString)]).UntilAliveAsync();
        // Long enough for every background task to have asked the database twice.
        await Task.Delay(TimeSpan.FromSeconds(7));
        var told = server.Output.Split('\n').Where(line => line.Contains("\"@l\":", StringComparison.Ordinal)).ToList();

        Assert.Contains("set pool_mode = session", Assert.Single(told), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.ReadyAsync(HttpStatusCode.ServiceUnavailable)).Status);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_stops_the_server_cleanly(string signal)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var server = await HostProcess.Serve(Arguments(database)).UntilAliveAsync();

        await server.SignalAsync(signal);

        Assert.Equal(0, await server.WaitAsync());
        Assert.Contains("Application is shutting down", server.Output, StringComparison.Ordinal);
        Assert.Empty(server.Error.Trim());
    }

    [Fact]
    public async Task A_machine_without_the_sites_languages_is_refused_in_one_sentence()
    {
        var (exitCode, output, error) = await HostProcess.RunAsync(["serve"], environment: ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"));

        Assert.Equal(1, exitCode);
        Assert.Empty(output.Trim());
        Assert.StartsWith("The site has eight languages and needs the ICU library:", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("serve", "/proc", null)]
    [InlineData("sync", "/proc", null)]
    [InlineData("db status", "/proc", null)]
    [InlineData("db migrate", "/proc", null)]
    [InlineData("reference import structures nothing.json", "/proc", null)]
    [InlineData("serve", null, "/proc")]
    [InlineData("sync", null, "/proc")]
    [InlineData("db status", null, "/proc")]
    public async Task A_folder_without_write_access_is_named_in_one_sentence(string arguments, string? database, string? temporary)
    {
        // Not even root can create files in /proc.
        var own = Directory.CreateTempSubdirectory("hangarbay-start-").FullName;
        var (exitCode, output, error) = await HostProcess.RunAsync(
            [.. arguments.Split(' '), $"--DATABASE_URL=sqlite:///{database ?? own}/bay.db"],
            environment: temporary is null ? [] : [("TMPDIR", temporary)]);
        Directory.Delete(own, recursive: true);

        Assert.Equal(1, exitCode);
        Assert.Empty(output.Trim());
        Assert.StartsWith("The folder /proc", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
        Assert.Contains(temporary is null ? "SQLite" : "TMPDIR", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_without_a_configured_database_starts_on_SQLite_and_logs_that_once()
    {
        var folder = Directory.CreateTempSubdirectory("hangarbay-start-").FullName;
        await using (var server = await HostProcess.Serve([], folder).UntilAliveAsync())
        {
            var path = Path.Combine(folder, "hangar_bay_dev.db");
            Assert.Equal(HttpStatusCode.OK, (await server.ReadyAsync()).Status);
            Assert.Contains($"Database: \\\"SQLite at {path}\\\"", server.Output, StringComparison.Ordinal);
            Assert.Single(server.Output.Split('\n'), line => line.Contains("default SQLite file", StringComparison.Ordinal));
            Assert.True(File.Exists(path));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string[] Arguments(TestDatabase database) =>
        [.. database.Configuration.Select(pair => $"--{pair.Key}={pair.Value}")];

    /// <summary>Puts an endless trigger on EF's table of migrations, so that a process that migrates never finishes.</summary>
    private static async Task MakeMigratingEndlessAsync(TestDatabase database)
    {
        await using var services = database.CreateServices();
        var script = services.GetRequiredService<IDatabaseSchema>().Script();
        await ExecuteAsync(database, script[..(script.IndexOf(';', StringComparison.Ordinal) + 1)]);
        await ExecuteAsync(database,
            """
            CREATE VIEW forever AS WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers) SELECT max(n) AS n FROM numbers;
            CREATE TRIGGER endless BEFORE INSERT ON "__EFMigrationsHistory" BEGIN SELECT n FROM forever; END;
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            PRAGMA journal_mode = WAL;
            """);
    }

    private static Task<long> ExecuteAsync(TestDatabase database, string sql) => CountAsync(database, sql);

    private static async Task<long> CountAsync(TestDatabase database, string sql)
    {
        await using var connection = new SqliteConnection($"{database.Settings.ConnectionString};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync() as long? ?? 0;
    }

    private static async Task UntilAsync(Func<Task<long>> ask, Func<long, bool> isSo)
    {
        for (var attempt = 0; attempt < 1200; attempt++)
        {
            if (isSo(await ask())) return;
            await Task.Delay(50);
        }

        Assert.Fail("The condition did not become true in time.");
    }
}
