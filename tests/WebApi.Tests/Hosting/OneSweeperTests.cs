using System.Diagnostics;
using System.Net;
using HangarBay.Domain.Market;
using HangarBay.EsiSandbox.Engine;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;

namespace HangarBay.WebApi.Tests.Hosting;

/// <summary>Of any number of serving processes only one sweeps (M7). These are real processes, and one of them is killed.</summary>
public sealed class OneSweeperTests
{
    private const string Sweeps = "This process sweeps";

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task While_one_server_sweeps_the_others_only_serve_until_it_dies(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Shape = MarketShape.NewEden, Contracts = 60 }, TimeProvider.System);
        // The stall makes sure that the process is killed in the middle of its work.
        sandbox.Faults.Add(new StallFault { Path = "/contracts/public/items" });
        await using var holder = await HostProcess.Serve(["serve", .. Settings(database, sandbox)]).UntilAliveAsync();
        await UntilAsync(() => holder.Output.Contains(Sweeps, StringComparison.Ordinal), holder);
        await using var other = await HostProcess.Serve(["serve", .. Settings(database, sandbox), "--Sync:Poll=01:00:00"]).UntilAliveAsync();
        await UntilAsync(() => other.Output.Contains("Another process sweeps", StringComparison.Ordinal), other);

        var (exitCode, _, error) = await HostProcess.RunAsync(["sync", .. Settings(database, sandbox)]);

        Assert.Equal(1, exitCode);
        Assert.Matches($"^Another process sweeps this database: {Environment.MachineName}, process {holder.Id}, since [-0-9]+ [:0-9]+ EVE time\\.$", error.Trim());
        Assert.Equal(HttpStatusCode.OK, (await other.Client.GetAsync("/api/v1/contracts/")).StatusCode);
        Assert.Contains("\"active\":true", await other.Client.GetStringAsync("/api/v1/status"), StringComparison.Ordinal);
        var status = await HostProcess.RunAsync(["sync", "status", .. Settings(database, sandbox)]);
        Assert.Contains($"Sweeper: {Environment.MachineName}, process {holder.Id}, since ", status.Output, StringComparison.Ordinal);
        // Time for several attempts, of which the log has only one.
        await Task.Delay(TimeSpan.FromSeconds(7));
        Assert.Single(other.Output.Split('\n'), line => line.Contains("Another process sweeps", StringComparison.Ordinal));
        Assert.DoesNotContain(Sweeps, other.Output, StringComparison.Ordinal);

        sandbox.Faults.Clear();
        await holder.SignalAsync("KILL");
        var died = Stopwatch.GetTimestamp();
        await UntilAsync(() => other.Output.Contains(Sweeps, StringComparison.Ordinal), other);

        Assert.True(Stopwatch.GetElapsedTime(died) < TimeSpan.FromSeconds(30), $"{Stopwatch.GetElapsedTime(died)}");
        await UntilAsync(() => other.Output.Contains("Read the lines of", StringComparison.Ordinal), other);
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task A_server_that_starts_beside_a_sync_sweeps_once_that_has_ended(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Shape = MarketShape.NewEden, Contracts = 60 }, TimeProvider.System);
        sandbox.Faults.Add(new StallFault { Path = "/contracts/public/items" });
        await using var sync = HostProcess.Start(["sync", .. Settings(database, sandbox)]);
        await UntilAsync(() => sandbox.Requests.InFlight > 0, sync);
        await using var server = await HostProcess.Serve(["serve", .. Settings(database, sandbox)]).UntilAliveAsync();
        await UntilAsync(() => server.Output.Contains("Another process sweeps", StringComparison.Ordinal), server);

        await sync.SignalAsync("TERM");

        Assert.Equal(130, await sync.WaitAsync());
        await UntilAsync(() => server.Output.Contains(Sweeps, StringComparison.Ordinal), server);
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task A_server_whose_source_is_refused_reports_it_keeps_serving_and_sends_no_more_requests(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Shape = MarketShape.NewEden, Contracts = 20 }, TimeProvider.System);
        await using (var writer = database.StartWriter()) await writer.StoreAsync([new MarketState("sandbox: another")]);
        await using var server = await HostProcess.Serve(["serve", .. Settings(database, sandbox), "--Sync:Poll=00:00:00.1"]).UntilAliveAsync();

        await UntilAsync(() => server.Output.Contains("The sync does not run", StringComparison.Ordinal), server);

        var status = "";
        for (var attempt = 0; attempt < 100 && !status.Contains("\"refusal\":\"", StringComparison.Ordinal); attempt++)
        {
            await Task.Delay(100);
            status = await server.Client.GetStringAsync("/api/v1/status");
        }

        Assert.Contains("\"refusal\":\"The configured source is not the one whose contracts this database holds.\"", status, StringComparison.Ordinal);
        var told = await HostProcess.RunAsync(["sync", "status", .. Settings(database, sandbox)]);
        Assert.Contains("Refused: The configured source is not", told.Output, StringComparison.Ordinal);
        var asked = sandbox.Requests.Recent.Count;
        await Task.Delay(1000);
        Assert.Equal(asked, sandbox.Requests.Recent.Count);
        Assert.DoesNotContain(sandbox.Requests.Recent, request => request.Route.StartsWith("/contracts", StringComparison.Ordinal));
    }

    private static string[] Settings(TestDatabase database, SandboxServer sandbox) =>
    [
        .. database.Configuration.Select(pair => $"--{pair.Key}={pair.Value}"),
        "--Market:Source=Sandbox",
        $"--Esi:BaseUrl={sandbox.BaseAddress}",
        "--environment=Development",
    ];

    private static async Task UntilAsync(Func<bool> isSo, HostProcess process)
    {
        for (var attempt = 0; attempt < 900; attempt++)
        {
            if (isSo()) return;
            Assert.False(process.HasExited, process.Error);
            await Task.Delay(100);
        }

        Assert.Fail($"The condition did not become true in time. {process.Output} {process.Error}");
    }
}
