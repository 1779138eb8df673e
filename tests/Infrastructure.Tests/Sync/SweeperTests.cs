using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync;
using HangarBay.Application.Sync.ListingRegions;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Market;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Schema;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Tests.Sync;

/// <summary>One process at a time sweeps, and it reports its state (M7).</summary>
public abstract class SweeperTests(DatabaseProvider provider) : SyncTest(provider)
{
    private Sweeper Here => Services.GetRequiredService<Sweeper>();

    [SkippableFact]
    public async Task While_one_process_sweeps_no_other_can_begin()
    {
        var there = StartProcess().GetRequiredService<Sweeper>();

        await using (Assert.IsType<SweeperSession>(await Here.TryBeginAsync(default)))
        {
            Assert.Null(await there.TryBeginAsync(default));
            Assert.Null(await Here.TryBeginAsync(default));
        }

        await using var next = await there.TryBeginAsync(default);
        Assert.NotNull(next);
    }

    [SkippableFact]
    public async Task Other_processes_can_read_the_holder_and_its_start()
    {
        Assert.Null(await Here.FindHolderAsync(default));
        await using (await Here.TryBeginAsync(default))
        {
            var holder = await StartProcess().GetRequiredService<Sweeper>().FindHolderAsync(default);

            Assert.Equal(new SweeperHolder($"{Environment.MachineName}:{Environment.ProcessId}", Clock.GetUtcNow(), Clock.GetUtcNow(), IsActive: true), holder);
        }

        Assert.Null(await Here.FindHolderAsync(default));
        Assert.Equal(SweeperPhase.Waiting, Assert.Single(await ListAsync(new TheSweeper())).Phase);
    }

    [SkippableFact]
    public async Task A_dead_holder_is_inactive_and_a_running_one_is_active()
    {
        await GivenAsync(Dead());

        Assert.False((await Here.FindHolderAsync(default))!.IsActive);

        await using var session = await Here.TryBeginAsync(default);
        Assert.True((await Here.FindHolderAsync(default))!.IsActive);
    }

    [SkippableFact]
    public async Task A_round_reports_its_phase_and_its_rate_at_intervals()
    {
        Settings["Sync:ItemsBatch"] = "2";
        Settings["Sync:ItemsAtOnce"] = "1";
        Esi.Faults.Add(new LatencyFault(TimeSpan.FromMilliseconds(700)) { Path = "/items/" });
        await using var session = (await Here.TryBeginAsync(default))!;
        using var stop = new CancellationTokenSource();

        var round = session.RunAsync(new ListRegions([TheForge]), progress: null, stop.Token);
        var state = await UntilAsync(state => state.Phase == SweeperPhase.ReadingItems && state.LineReadsPerMinute > 0);
        await stop.CancelAsync();

        Assert.True((await round).Stopped);
        Assert.NotNull(state.Holder);
        Assert.Null(state.PausedUntil);
        Assert.NotNull(state.ErrorsRemaining);
    }

    [SkippableFact]
    public async Task A_pause_that_esi_demands_is_reported_as_a_pause()
    {
        await using var session = (await Here.TryBeginAsync(default))!;
        Esi.Faults.Add(new ErrorLimitFault(TimeSpan.FromSeconds(20)));
        using var stop = new CancellationTokenSource();

        var round = session.RunAsync(new ListRegions([TheForge]), progress: null, stop.Token);
        var state = await UntilAsync(state => state.PausedUntil is not null);
        await stop.CancelAsync();
        await round;

        Assert.True(state.PausedUntil > Clock.GetUtcNow());
    }

    [SkippableFact]
    public async Task A_round_continues_where_its_state_cannot_be_stored()
    {
        await QueryAsync(context => context.Database.ExecuteSqlRawAsync("DROP TABLE sweeper_state"));
        await using var session = (await Here.TryBeginAsync(default))!;

        var summary = await session.RunAsync(new ListRegions([TheForge]), progress: null, default);

        Assert.Equal(Listed.Count, summary.New);
    }

    protected async Task<SweeperState> UntilAsync(Func<SweeperState, bool> isSo)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            if ((await ListAsync(new TheSweeper())).SingleOrDefault(isSo) is { } state) return state;
            await Task.Delay(100);
        }

        throw new InvalidOperationException("The condition did not become true in time.");
    }

    private static SweeperState Dead()
    {
        var state = SweeperState.Nobody();
        state.Take("gone:1", new DateTimeOffset(2026, 11, 20, 16, 0, 0, TimeSpan.Zero));
        return state;
    }

    private async Task<IReadOnlyList<SweeperState>> ListAsync(TheSweeper specification)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IReadRepository<SweeperState>>().ListAsync(specification, default);
    }

    private async Task GivenAsync(SweeperState state) => await QueryAsync(async context =>
    {
        context.Add(state);
        return await context.SaveChangesAsync();
    });
}

public sealed class SweeperOnSqlite() : SweeperTests(DatabaseProvider.Sqlite)
{
    [Fact]
    public async Task A_migration_and_a_sweep_do_not_lock_each_other_out()
    {
        await using var session = await Services.GetRequiredService<Sweeper>().TryBeginAsync(default);

        await using var gate = await Services.GetRequiredService<IMigrationGate>().EnterAsync(default);

        Assert.NotNull(session);
    }
}

public sealed class SweeperOnPostgres() : SweeperTests(DatabaseProvider.Postgres)
{
    private const string EndTheSession = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'Hangar Bay sweeper' AND datname = current_database()";

    [SkippableFact]
    public async Task A_round_that_loses_its_lock_ends_and_another_may_begin()
    {
        Esi.Faults.Add(new StallFault { Region = Forge });
        await using var session = (await Services.GetRequiredService<Sweeper>().TryBeginAsync(default))!;
        var round = session.RunAsync(new ListRegions([TheForge]), progress: null, default);
        while (Esi.Requests.InFlight == 0) await Task.Delay(5);

        await QueryAsync(context => context.Database.ExecuteSqlRawAsync(EndTheSession));

        await Assert.ThrowsAsync<SweeperLostException>(() => round.WaitAsync(TimeSpan.FromSeconds(20)));
        await using var next = await StartProcess().GetRequiredService<Sweeper>().TryBeginAsync(default);
        Assert.NotNull(next);
    }

    [SkippableFact]
    public async Task The_lock_does_not_affect_other_databases_on_the_server()
    {
        await using var session = await Services.GetRequiredService<ISweeperLock>().TryAcquireAsync(default);
        await using var elsewhere = await TestSupport.TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var services = elsewhere.CreateServices();

        await using var other = await services.GetRequiredService<ISweeperLock>().TryAcquireAsync(default);

        Assert.NotNull(session);
        Assert.NotNull(other);
    }
}
