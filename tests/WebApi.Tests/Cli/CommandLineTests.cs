using HangarBay.Application.Market.Ports;
using HangarBay.Domain.Contracts;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using HangarBay.WebApi.Tests.Api.Given;
using HangarBay.WebApi.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.WebApi.Tests.Cli;

public sealed class CommandLineTests
{
    private const string Secret = "s3cr3t-hunter2";

    [Theory]
    [InlineData("--help", "serve")]
    [InlineData("serve --help", "serve")]
    [InlineData("db --help", "migrate")]
    [InlineData("db migrate --help", "migrate")]
    [InlineData("db status --help", "rows")]
    [InlineData("db script --help", "SQL")]
    [InlineData("db check --help", "exit code 1")]
    [InlineData("sync --help", "status")]
    [InlineData("sync --help", "whatever Market:Regions says")]
    [InlineData("sync status --help", "--json")]
    [InlineData("sync retry --help", "CONTRACT_ID")]
    public async Task Every_command_explains_itself(string arguments, string word)
    {
        var (exitCode, output, _) = await HostProcess.RunAsync(arguments.Split(' '));

        Assert.Equal(0, exitCode);
        Assert.Contains(word, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("--frobnicate")]
    [InlineData("db")]
    [InlineData("db frobnicate")]
    [InlineData("db status --frobnicate=1")]
    [InlineData("serve --urls")]
    public async Task Unknown_arguments_are_refused_with_a_hint(string arguments)
    {
        var (exitCode, output, error) = await HostProcess.RunAsync(arguments.Split(' '));

        Assert.Equal(2, exitCode);
        Assert.Empty(output.Trim());
        Assert.Contains("--help", error, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task A_database_is_migrated_once_and_described(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, migrated: false);
        string[] settings = [.. database.Configuration.Select(pair => $"--{pair.Key}={pair.Value}")];

        var first = await HostProcess.RunAsync(["db", "migrate", .. settings]);
        var second = await HostProcess.RunAsync(["db", "migrate", .. settings]);
        var status = await HostProcess.RunAsync(["db", "status", .. settings]);

        Assert.Equal((0, 0, 0), (first.ExitCode, second.ExitCode, status.ExitCode));
        Assert.Contains("_Initial", first.Output, StringComparison.Ordinal);
        Assert.Equal("Nothing was pending.", second.Output.Trim());
        Assert.Contains(provider == DatabaseProvider.Sqlite ? "Engine: SQLite at " : "Engine: PostgreSQL at ", status.Output, StringComparison.Ordinal);
        Assert.Contains("Pending: none", status.Output, StringComparison.Ordinal);
        Assert.Contains("contract_lines: 0", status.Output, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task A_database_is_checked_and_the_exit_code_shows_whether_it_is_sound(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        string[] settings = [.. database.Configuration.Select(pair => $"--{pair.Key}={pair.Value}")];

        var sound = await HostProcess.RunAsync(["db", "check", .. settings]);
        await using (var services = database.CreateServices())
        await using (var scope = services.CreateAsyncScope())
        {
            // Written past the market's writer, which would refuse it.
            var contract = ContractBuilder.AContract().Build(new ContractId(190_000_001));
            await scope.ServiceProvider.GetRequiredService<IBulkWriter>().InsertAsync([contract], CancellationToken.None);
        }

        var broken = await HostProcess.RunAsync(["db", "check", .. settings]);

        Assert.True(sound.ExitCode == 0, sound.Output + sound.Error);
        Assert.StartsWith("The database is sound: ", sound.Output, StringComparison.Ordinal);
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("Violated 1 times: A database that holds contracts names their source", broken.Output, StringComparison.Ordinal);
        Assert.Contains("contract 190000001", broken.Output, StringComparison.Ordinal);
        Assert.Matches("^1 of [0-9]+ invariants are violated\\.$", broken.Error.Trim());
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task An_unexpected_exception_is_one_sentence_and_exit_code_1_with_its_stack_in_the_log(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await GivenAContractAsync(database, "UPDATE contracts SET composition = '[['");

        var (exitCode, output, error) = await HostProcess.RunAsync(["db", "check", .. Settings(database)]);

        Assert.Equal(1, exitCode);
        Assert.Empty(output.Trim());
        Assert.Equal("The command failed unexpectedly (JsonException); the log says where.", error.Trim().Split('\n')[^1].Trim());
        Assert.Contains("at HangarBay.", error, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000) SELECT count(*) FROM n) > 0")]
    [InlineData(DatabaseProvider.Postgres, "(SELECT pg_sleep(0.3)) IS NOT NULL")]
    public async Task The_command_line_shows_the_status_even_beyond_the_time_limit_of_answers(DatabaseProvider provider, string slow)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await GivenAContractAsync(database, "ALTER TABLE contracts RENAME TO contracts_all", $"CREATE VIEW contracts AS SELECT * FROM contracts_all WHERE {slow}");

        var (exitCode, output, error) = await HostProcess.RunAsync(["sync", "status", "--Api:RequestTimeout=00:00:00.1", .. Settings(database)]);

        Assert.True(exitCode == 0, error);
        Assert.Contains("Lines to read: 1", output, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task An_empty_database_has_nothing_to_retry(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);

        var (exitCode, output, error) = await HostProcess.RunAsync(["sync", "retry", .. Settings(database)]);

        Assert.True(exitCode == 0, error);
        Assert.Equal("Nothing was set aside.", output.Trim());
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, "sync")]
    [InlineData(DatabaseProvider.Sqlite, "sync status")]
    [InlineData(DatabaseProvider.Sqlite, "sync retry")]
    [InlineData(DatabaseProvider.Sqlite, "reference import structures nothing.json")]
    [InlineData(DatabaseProvider.Sqlite, "market check --url http://127.0.0.1:1")]
    [InlineData(DatabaseProvider.Postgres, "sync")]
    [InlineData(DatabaseProvider.Postgres, "sync status")]
    [InlineData(DatabaseProvider.Postgres, "reference import structures nothing.json")]
    public async Task Without_automatic_migration_an_unmigrated_database_is_refused_in_one_sentence(DatabaseProvider provider, string arguments)
    {
        await using var database = await TestDatabase.CreateAsync(provider, migrated: false);

        var (exitCode, output, error) = await HostProcess.RunAsync([.. arguments.Split(' '), .. Settings(database), "--Database:MigrateOnStartup=false"]);

        Assert.Equal(1, exitCode);
        Assert.Equal("The database's tables are not those of this version; run \"db migrate\".", error.Trim());
        Assert.Empty(output.Trim());
        if (database.Settings.File is { } file) Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(file)!));
    }

    [SkippableTheory]
    [InlineData("db status", "transaction", "options", "set pool_mode = session")]
    [InlineData("db migrate", "statement", "options", "set pool_mode = session")]
    [InlineData("sync", "transaction", "options", "set pool_mode = session")]
    [InlineData("db status", "session", "extra_float_digits", "ignore_startup_parameters = options")]
    public async Task A_pooler_that_cannot_be_used_is_refused_in_one_sentence(string arguments, string mode, string ignored, string told)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var pooler = await PgBouncer.StartAsync(mode, $"ignore_startup_parameters = {ignored}");

        var (exitCode, output, error) = await HostProcess.RunAsync(
            arguments.Split(' '), environment: [("ConnectionStrings__HangarBay", pooler.Before(database.Settings).ConnectionString)]);

        Assert.Equal(1, exitCode);
        Assert.Empty(output.Trim());
        Assert.Contains(told, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    private static string[] Settings(TestDatabase database) => [.. database.Configuration.Select(pair => $"--{pair.Key}={pair.Value}")];

    /// <summary>Stores a contract that waits for its lines, and then runs statements on its table.</summary>
    private static async Task GivenAContractAsync(TestDatabase database, params string[] then)
    {
        await using var writer = database.StartWriter();
        await writer.StoreAsync([ContractBuilder.AContract().With(row => row with { DateExpired = DateTimeOffset.MaxValue.AddDays(-1) }).Build(new ContractId(190_000_001))]);
        await using var scope = writer.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<HangarBayDbContext>();
        // SQLite checks a new name against the schema that the connection knows. Reading the schema makes the connection load it again.
        if (context.Database.IsSqlite()) await context.Database.ExecuteSqlRawAsync("SELECT count(*) FROM sqlite_schema");
        foreach (var sql in then) await context.Database.ExecuteSqlRawAsync(sql);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_neither_checked_nor_made()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, migrated: false);

        var (exitCode, _, error) = await HostProcess.RunAsync(["db", "check", $"--DATABASE_URL=sqlite:///{database.Settings.File}"]);

        Assert.Equal((1, false), (exitCode, File.Exists(database.Settings.File)));
        Assert.Contains("db migrate", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_output_has_only_the_script()
    {
        var (exitCode, output, _) = await HostProcess.RunAsync(["db", "script"], environment: ("DATABASE_URL", "postgres://u@nowhere.invalid/d"));

        Assert.Equal(0, exitCode);
        Assert.StartsWith("CREATE TABLE IF NOT EXISTS \"__EFMigrationsHistory\"", output, StringComparison.Ordinal);
        Assert.Contains("CREATE EXTENSION IF NOT EXISTS pg_trgm", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("db status")]
    [InlineData("db migrate")]
    public async Task A_database_that_is_away_fails_in_one_sentence(string arguments)
    {
        var (exitCode, output, error) = await HostProcess.RunAsync(
            arguments.Split(' '), environment: ("DATABASE_URL", $"postgres://pilot:{Secret}@127.0.0.1:1/bay"));

        Assert.Equal(1, exitCode);
        Assert.Equal("The database cannot be reached.", error.Trim());
        Assert.Empty(output.Trim());
    }

    [Theory]
    [InlineData("serve", "postgres://pilot:" + Secret + "@h/d?sslmode=sometimes")]
    [InlineData("", "postgres://pilot:" + Secret + "@h:x/d")]
    [InlineData("db status", "postgres://pilot:" + Secret + "@h/d?nonsense=" + Secret)]
    public async Task A_wrong_setting_stops_the_start_in_one_sentence_without_a_secret(string arguments, string url)
    {
        var (exitCode, output, error) = await HostProcess.RunAsync(
            arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), environment: ("DATABASE_URL", url));

        Assert.Equal(1, exitCode);
        Assert.StartsWith("DATABASE_URL", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
        Assert.DoesNotContain("hunter2", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_fails_in_one_sentence()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var server = await HostProcess.Serve([$"--DATABASE_URL=sqlite:///{database.Settings.File}"]).UntilAliveAsync();

        var (exitCode, _, error) = await HostProcess.RunAsync(
            [$"--DATABASE_URL=sqlite:///{database.Settings.File}", "--urls", server.Client.BaseAddress!.ToString()]);

        Assert.Equal(1, exitCode);
        Assert.Contains("address already in use", error, StringComparison.Ordinal);
    }
}
