using System.Text.RegularExpressions;
using HangarBay.Domain.Contracts;
using HangarBay.EsiSandbox.Engine;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using HangarBay.WebApi.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.WebApi.Tests.Cli;

/// <summary><c>sync</c> as a process of its own with a sandbox: how it ends by itself, on request, when killed and when refused.</summary>
public sealed partial class SyncProcessTests
{
    private const string Items = "/contracts/public/items";

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task A_finished_sync_closes_with_the_line_that_scripts_read(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var sandbox = await SandboxAsync(contracts: 60);

        var (exitCode, output, error) = await HostProcess.RunAsync(Sync(database, sandbox));

        Assert.True(exitCode == 0, output + error);
        var (listed, pending, _) = await CountAsync(database);
        Assert.Equal($"{listed} new, 0 closed, 0 changed, 0 unchanged, 0 quarantined", LastLine(output));
        Assert.Equal(GoneMeanwhile(sandbox).Count, pending);
        Assert.Empty(error.Trim());
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task A_failing_job_makes_the_exit_code_1_is_reported_and_stops_no_other(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var sandbox = await SandboxAsync(contracts: 3000);
        await using (var services = database.CreateServices())
        await using (var scope = services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<HangarBayDbContext>().Database.ExecuteSqlRawAsync("DROP TABLE auction_bids");

        var (exitCode, output, error) = await HostProcess.RunAsync([.. Sync(database, sandbox), "--region", "10000002"]);

        Assert.Equal(1, exitCode);
        Assert.Contains("The job bids failed: The database's tables are not those of this version; run \"db migrate\".", output, StringComparison.Ordinal);
        Assert.DoesNotContain("keeps its old state", output, StringComparison.Ordinal);
        var (listed, _, read) = await CountAsync(database);
        Assert.Equal($"{listed} new, 0 closed, 0 changed, 0 unchanged, 0 quarantined", LastLine(output));
        Assert.Contains($"Lines of {read} contracts read", output, StringComparison.Ordinal);
        Assert.True(read > 1000, error);
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, "TERM")]
    [InlineData(DatabaseProvider.Postgres, "INT")]
    public async Task A_sync_that_gets_a_signal_finishes_its_batch_and_reports_how_far_it_came(DatabaseProvider provider, string signal)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        // Work for half a minute, most of which is never done.
        await using var sandbox = await SandboxAsync(contracts: 1500);
        sandbox.Faults.Add(new LatencyFault(TimeSpan.FromMilliseconds(200)) { Path = Items });
        await using var sync = HostProcess.Start(Sync(database, sandbox));
        await UntilSomeAreReadAsync(database);

        await sync.SignalAsync(signal);
        var patience = Task.Delay(TimeSpan.FromSeconds(20));
        var ended = sync.WaitAsync();

        Assert.Same(ended, await Task.WhenAny(ended, patience));
        Assert.Equal(130, await ended);
        Assert.Matches(ClosingLine, LastLine(sync.Output));
        var (_, pending, read) = await CountAsync(database);
        Assert.True(pending > 0, "The sync ended before it got the signal to stop.");
        Assert.Contains($"Lines of {read} contracts read", sync.Output, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task A_sync_killed_in_the_middle_loses_nothing_committed_and_reads_nothing_twice(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var sandbox = await SandboxAsync(contracts: 400);
        sandbox.Faults.Add(new LatencyFault(TimeSpan.FromMilliseconds(200)) { Path = Items });
        await using (var victim = HostProcess.Start(Sync(database, sandbox)))
        {
            await UntilSomeAreReadAsync(database);
            await victim.SignalAsync("KILL");
            await victim.WaitAsync();
        }

        var before = await ReadContractsAsync(database);
        var gone = GoneMeanwhile(sandbox);
        sandbox.Faults.Clear();
        sandbox.Requests.Clear();
        var (exitCode, output, error) = await HostProcess.RunAsync(Sync(database, sandbox));

        Assert.True(exitCode == 0, output + error);
        Assert.Matches(ClosingLine, LastLine(output));
        Assert.NotEmpty(before);
        var after = await ReadContractsAsync(database);
        Assert.All(before, contract => Assert.Equal(contract.Value, after[contract.Key]));
        gone.UnionWith(GoneMeanwhile(sandbox));
        Assert.Equal(gone.Count, (await CountAsync(database)).Pending);
        var asked = sandbox.Requests.Recent.Select(request => request.Path).ToHashSet();
        Assert.DoesNotContain(before.Keys, id => asked.Contains($"{Items}/{id}") || asked.Contains($"{Items}/{id}?page=1"));
        await AssertSoundAsync(database);
    }

    [Fact]
    public async Task A_region_that_keeps_its_old_state_makes_the_exit_code_1_and_is_reported()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var sandbox = await SandboxAsync(contracts: 30);
        sandbox.Faults.Add(new HtmlFault { Region = 10000043 });

        var (exitCode, output, _) = await HostProcess.RunAsync(Sync(database, sandbox, "--region", "10000002", "--region", "10000043"));

        Assert.Equal(1, exitCode);
        Assert.Contains("Region 10000043 keeps its old state:", output, StringComparison.Ordinal);
        Assert.Matches(ClosingLine, LastLine(output));
        Assert.True((await CountAsync(database)).Listed > 0, "The other region was not stored.");
    }

    [Fact]
    public async Task A_database_of_another_source_is_refused_in_one_sentence()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using (var one = await SandboxAsync(contracts: 20)) await HostProcess.RunAsync(Sync(database, one));
        await using var other = await SandboxAsync(contracts: 21);

        var (exitCode, _, error) = await HostProcess.RunAsync(Sync(database, other));

        Assert.Equal(1, exitCode);
        Assert.Single(error.Trim().Split('\n'));
        Assert.Contains("need a database of their own", error, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task The_status_is_printed_as_text_and_as_JSON(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var sandbox = await SandboxAsync(contracts: 60);
        await HostProcess.RunAsync(Sync(database, sandbox));

        var forPeople = await HostProcess.RunAsync(["sync", "status", .. Sync(database, sandbox)[1..]]);
        var forPrograms = await HostProcess.RunAsync(["sync", "status", "--json", .. Sync(database, sandbox)[1..]]);

        Assert.True(forPeople.ExitCode == 0, forPeople.Output + forPeople.Error);
        Assert.Contains("Source: sample", forPeople.Output, StringComparison.Ordinal);
        Assert.Contains("Sweeper: none", forPeople.Output, StringComparison.Ordinal);
        foreach (var job in new[] { "sweeps", "lines", "bids", "names", "prune" })
            Assert.Matches($"(?m)^{job}: ran until [-0-9]+ [:0-9]+, took 00:00:[0-9]+, due [-0-9]+ [:0-9]+\r?$", forPeople.Output);
        Assert.Matches("10000002 The Forge: as of [-0-9]+ [:0-9]+, due [-0-9]+ [:0-9]+; [0-9]+ live, [0-9]+ pending, ", forPeople.Output);
        var json = System.Text.Json.JsonDocument.Parse(forPrograms.Output).RootElement;
        Assert.Equal(System.Text.Json.JsonValueKind.Null, json.GetProperty("holder").ValueKind);
        Assert.Equal("sample", json.GetProperty("status").GetProperty("source").GetString());
        Assert.True(json.GetProperty("status").GetProperty("regions").GetArrayLength() > 0);
        Assert.Equal("sweeps", json.GetProperty("status").GetProperty("jobs")[0].GetProperty("job").GetString());
    }

    [Theory]
    [InlineData("--region", "Jita")]
    [InlineData("--region", "-1")]
    [InlineData("--region")]
    [InlineData("--everything")]
    [InlineData("--all", "--region", "10000002")]
    public async Task Invalid_arguments_are_refused_before_any_request(params string[] arguments)
    {
        var (exitCode, _, error) = await HostProcess.RunAsync(["sync", .. arguments]);

        Assert.Equal(2, exitCode);
        Assert.Contains("--help", error, StringComparison.Ordinal);
    }

    [GeneratedRegex("^[0-9]+ new, [0-9]+ closed, 0 changed, [0-9]+ unchanged, 0 quarantined$")]
    private static partial Regex ClosingLine { get; }

    private static Task<SandboxServer> SandboxAsync(int contracts) =>
        SandboxServer.StartAsync(new SandboxOptions { Shape = MarketShape.NewEden, Contracts = contracts }, TimeProvider.System);

    private static string[] Sync(TestDatabase database, SandboxServer sandbox, params string[] more) =>
    [
        "sync",
        .. more,
        .. database.Configuration.Select(pair => $"--{pair.Key}={pair.Value}"),
        "--Market:Source=Sandbox",
        $"--Esi:BaseUrl={sandbox.BaseAddress}",
        "--Sync:ItemsBatch=40",
        "--Sync:ItemsAtOnce=8",
    ];

    /// <summary>Contracts that ended between the list and the reading of their lines, because the market runs on.</summary>
    private static HashSet<string> GoneMeanwhile(SandboxServer sandbox) =>
        [.. sandbox.Requests.Recent.Where(request => request.Status == 204).Select(request => request.Path)];

    private static string LastLine(string output) => output.TrimEnd().Split('\n')[^1].Trim();

    private static async Task UntilSomeAreReadAsync(TestDatabase database)
    {
        for (var attempt = 0; attempt < 1200; attempt++)
        {
            if ((await CountAsync(database)).Read > 0) return;
            await Task.Delay(50);
        }

        Assert.Fail("No lines were read.");
    }

    private static async Task<(int Listed, int Pending, int Read)> CountAsync(TestDatabase database)
    {
        await using var services = database.CreateServices();
        await using var scope = services.CreateAsyncScope();
        var contracts = scope.ServiceProvider.GetRequiredService<HangarBayDbContext>().Set<Contract>();
        // A list still has contracts that expired since it was made; the sync no longer asks for these.
        var now = TimeProvider.System.GetUtcNow();
        return (
            await contracts.CountAsync(),
            await contracts.CountAsync(contract => contract.LinesState == LinesState.Pending && contract.DateExpired > now),
            await contracts.CountAsync(contract => contract.LinesState == LinesState.Read));
    }

    /// <summary>The number of lines of each contract whose lines were read.</summary>
    private static async Task<Dictionary<long, int>> ReadContractsAsync(TestDatabase database)
    {
        await using var services = database.CreateServices();
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HangarBayDbContext>().Set<Contract>()
            .Where(contract => contract.LinesState == LinesState.Read)
            .Select(contract => new { contract.Id, Lines = contract.Lines.Count })
            .ToDictionaryAsync(contract => contract.Id.Value, contract => contract.Lines);
    }

    /// <summary>Checks that every contract that was read has its lines, and that no other contract has any.</summary>
    private static async Task AssertSoundAsync(TestDatabase database)
    {
        await using var services = database.CreateServices();
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<HangarBayDbContext>();
        Assert.False(await context.Set<Contract>().AnyAsync(contract => (contract.LinesState == LinesState.Read) != contract.Lines.Any()));
        if (database.Settings.Provider == DatabaseProvider.Sqlite)
            Assert.Equal(["ok"], await context.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync());
    }
}
