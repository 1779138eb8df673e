using HangarBay.Application.Sync.ReadingLines;
using HangarBay.Application.Sync.SweepingRegion;
using HangarBay.Domain.Contracts;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;

namespace HangarBay.Infrastructure.Tests.Sync;

/// <summary>Two processes that both believe that they hold the lock do no harm (M7).</summary>
public abstract class TwoProcessesTests(DatabaseProvider provider) : SyncTest(provider)
{
    [SkippableFact]
    public async Task One_of_two_concurrent_sweeps_of_a_region_stores_the_list_and_the_other_changes_nothing()
    {
        // The delay lets both read before either commits.
        Esi.Faults.Add(new LatencyFault(TimeSpan.FromMilliseconds(100)) { Region = Forge });

        var results = await Task.WhenAll(SweepAsync(StartProcess()), SweepAsync(StartProcess()));

        var first = results.OfType<SweepResult.Swept>().Single(result => result.New > 0);
        Assert.Equal(Listed.Count, first.New);
        var second = results.Single(result => !ReferenceEquals(result, first));
        Assert.True(second is SweepResult.KeptOldState or SweepResult.Swept { New: 0, Closed: 0, Changed: 0 }, second.ToString());
        Assert.Equal(Listed, await OpenAsync());
    }

    [SkippableFact]
    public async Task Two_concurrent_sweeps_close_a_contract_that_is_gone_once()
    {
        await SweepWellAsync();
        var before = await OpenAsync();
        Clock.Advance(NextGeneration);
        var dropped = Esi.Market.Drop(Forge, 10);
        Esi.Faults.Add(new LatencyFault(TimeSpan.FromMilliseconds(100)) { Region = Forge });

        var results = await Task.WhenAll(SweepAsync(StartProcess()), SweepAsync(StartProcess()));

        var gone = before.Except(Listed).ToList();
        Assert.Subset(gone.ToHashSet(), dropped.ToHashSet());
        Assert.Equal(gone.Count, results.OfType<SweepResult.Swept>().Sum(result => result.Closed));
        Assert.Equal(gone, (await ContractsAsync()).Where(contract => contract.ClosedAt is not null).Select(contract => contract.Id.Value));
    }

    [SkippableFact]
    public async Task A_contract_closed_while_its_lines_were_read_stays_closed()
    {
        await SweepWellAsync();
        var before = await OpenAsync();
        var stale = StartProcess();
        Esi.Faults.Add(new LatencyFault(TimeSpan.FromMilliseconds(300)) { Path = "/items/", Count = 16 });
        var reading = SendAsync(new ReadLines(), stale);
        while (Esi.Requests.InFlight == 0) await Task.Delay(5);
        Clock.Advance(NextGeneration);
        var dropped = Esi.Market.Drop(Forge, 10);

        await SweepWellAsync();
        await reading;

        Assert.Empty((await OpenAsync()).Intersect(dropped));
        Assert.Equal(before.Except(Listed), (await ContractsAsync()).Where(contract => contract.ClosedAt is not null).Select(contract => contract.Id.Value));
    }

    [SkippableFact]
    public async Task Two_processes_that_read_lines_at_once_store_every_line_once()
    {
        await SweepWellAsync();
        Esi.Faults.Add(new LatencyFault(TimeSpan.FromMilliseconds(20)) { Path = "/items/" });

        await Task.WhenAll(SendAsync(new ReadLines(), StartProcess()), SendAsync(new ReadLines(), StartProcess()));

        Assert.All(await ContractsAsync(), contract => Assert.Equal(contract.Type.BearsLines(), contract.LinesState == LinesState.Read));
        Assert.All(await ContractsAsync(), contract => Assert.Equal(contract.Type.BearsLines(), contract.Lines.Count > 0));
    }
}

public sealed class TwoProcessesOnSqlite() : TwoProcessesTests(DatabaseProvider.Sqlite);

public sealed class TwoProcessesOnPostgres() : TwoProcessesTests(DatabaseProvider.Postgres);
