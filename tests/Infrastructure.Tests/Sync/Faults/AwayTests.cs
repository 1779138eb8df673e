using System.Diagnostics;
using HangarBay.Application.Sync.Ports;
using HangarBay.Application.Sync.ReadingLines;
using HangarBay.Application.Sync.SweepingRegion;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;

namespace HangarBay.Infrastructure.Tests.Sync.Faults;

/// <summary>ESI refuses connections, answers only 503, or accepts a call and never answers. Each costs only a limited time.</summary>
public abstract class AwayTests(DatabaseProvider provider) : TwoPagesTest(provider)
{
    /// <summary>Time for four attempts of a second each and some pauses, on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    [SkippableFact]
    public async Task During_ten_minutes_of_downtime_the_old_state_stays_and_the_next_sweep_catches_up()
    {
        await Esi.DownAsync(refuse: TenMinutes);

        var refused = Assert.IsType<SweepResult.KeptOldState>(await SweepAsync());
        Assert.Contains("could not be reached", refused.Reason, StringComparison.Ordinal);
        await ThenTheOldStateStandsAsync(failures: 1);
        await Assert.ThrowsAsync<EsiUnavailableException>(() => SyncAsync());
        Assert.True((await SendAsync(new ReadLines())).GaveUp);

        // The clock stands still, and with it the sandbox's downtime, so the test starts its second part itself.
        Clock.Advance(NextGeneration);
        await Esi.DownAsync(refuse: TimeSpan.Zero, errors: TenMinutes);
        await Esi.UpAsync();
        var unavailable = Assert.IsType<SweepResult.KeptOldState>(await SweepAsync());
        Assert.Contains("503", unavailable.Reason, StringComparison.Ordinal);
        await ThenTheOldStateStandsAsync(failures: 2);

        Clock.Advance(NextGeneration);
        Assert.Empty((await SyncAsync()).KeptOldState);
        await ThenItIsAsTheSandboxKnowsAsync();
    }

    [SkippableFact]
    public async Task A_list_that_stalls_times_out_in_limited_time()
    {
        Esi.Faults.Add(new StallFault { Region = Forge });
        var began = Stopwatch.GetTimestamp();

        var kept = Assert.IsType<SweepResult.KeptOldState>(await SweepAsync());

        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.FromSeconds(4), Patience);
        Assert.Contains("did not answer in full within", kept.Reason, StringComparison.Ordinal);
        Assert.Equal(Before, await OpenAsync());
    }

    [SkippableFact]
    public async Task Lines_that_stall_for_all_contracts_time_out_and_are_read_once_they_come()
    {
        Settings["Sync:ItemsAtOnce"] = "10";
        var process = StartProcess();
        var stall = new StallFault { Path = "/items/" };
        Esi.Faults.Add(stall);
        var began = Stopwatch.GetTimestamp();

        var result = await SendAsync(new ReadLines(), process);

        Assert.True(result.GaveUp);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.FromSeconds(4), Patience);
        Assert.DoesNotContain(await ContractsAsync(), contract => contract.LinesState == LinesState.Read);

        Esi.Faults.Remove(stall);
        Clock.Advance(NextGeneration);
        await SyncAsync();
        await ThenItIsAsTheSandboxKnowsAsync();
    }

    private async Task ThenTheOldStateStandsAsync(int failures)
    {
        Assert.Equal(Before, await OpenAsync());
        var coverage = await CoverageAsync();
        Assert.Equal((SweepOutcome.Incomplete, failures), (coverage.LastOutcome!.Value, coverage.FailuresInRow));
        Assert.NotNull(coverage.LastReason);
    }
}

public sealed class AwayOnSqlite() : AwayTests(DatabaseProvider.Sqlite);

public sealed class AwayOnPostgres() : AwayTests(DatabaseProvider.Postgres);
