using HangarBay.Domain.Contracts;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;

namespace HangarBay.Infrastructure.Tests.Sync;

/// <summary>A sync that is asked to stop keeps what it has stored, and the next sync continues from there (M5).</summary>
public abstract class StoppingTests(DatabaseProvider provider) : SyncTest(provider)
{
    protected override EsiSandbox.Engine.SandboxOptions World => new() { Contracts = 200 };

    [SkippableFact]
    public async Task A_sync_stopped_while_reading_lines_keeps_them_and_reads_none_twice()
    {
        Settings["Sync:ItemsAtOnce"] = "4";
        Esi.Faults.Add(new LatencyFault(TimeSpan.FromMilliseconds(5)) { Path = "/items/" });
        using var stop = new CancellationTokenSource();

        var running = SyncAsync(stop.Token);
        while (AskedLines().Count < 20 && !running.IsCompleted) await Task.Delay(5);
        await stop.CancelAsync();
        var stopped = await running;

        var read = await ReadAsync();
        Assert.True(stopped.Stopped);
        Assert.Equal(stopped.ContractsRead, read.Count);
        Assert.InRange(read.Count, 16, Listed.Count - 20);
        Assert.All(read, contract => Assert.NotEmpty(contract.Lines));

        Esi.Faults.Clear();
        Esi.Requests.Clear();
        var resumed = await SyncAsync();

        Assert.False(resumed.Stopped);
        Assert.Empty(AskedLines().Intersect(read.Select(contract => contract.Id.Value)));
        Assert.Equal(AskedLines().Count, AskedLines().Distinct().Count());
        Assert.DoesNotContain(await ContractsAsync(), contract => contract.LinesState == LinesState.Pending);
    }

    [SkippableFact]
    public async Task A_sync_stopped_while_reading_a_list_stores_nothing_and_reports_it()
    {
        Esi.Faults.Add(new StallFault { Region = Forge });
        using var stop = new CancellationTokenSource();

        var running = SyncAsync(stop.Token);
        while (Esi.Requests.InFlight == 0) await Task.Delay(5);
        await stop.CancelAsync();

        Assert.True((await running).Stopped);
        Assert.Empty(await ContractsAsync());
    }

    [SkippableFact]
    public async Task A_sync_asked_to_stop_before_its_start_does_nothing()
    {
        var summary = await SyncAsync(new CancellationToken(canceled: true));

        Assert.True(summary.Stopped);
        Assert.Empty(Esi.Requests.Recent);
    }

    private async Task<List<Contract>> ReadAsync() => [.. (await ContractsAsync()).Where(contract => contract.LinesState == LinesState.Read)];
}

public sealed class StoppingOnSqlite() : StoppingTests(DatabaseProvider.Sqlite);

public sealed class StoppingOnPostgres() : StoppingTests(DatabaseProvider.Postgres);
