using HangarBay.Application.Abstractions;
using HangarBay.Application.Status;
using HangarBay.Application.Sync;
using HangarBay.Application.Sync.ReadingBids;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Tests.Status;

public abstract class StatusTests(DatabaseProvider provider) : SyncTest(provider)
{
    private static RegionStatus RegionOf(MarketStatus status) => Assert.Single(status.Regions, region => region.RegionId == TheForge.Value);

    [SkippableFact]
    public async Task An_empty_database_has_an_empty_status()
    {
        var status = await StatusAsync();

        Assert.Equal((null, null, null), (status.Source, status.AsOf, status.Esi));
        Assert.Equal(new SweeperStatus(false, null, null, null, null), status.Sweeper);
        Assert.Equal(new BacklogStatus(0, 0, 0, null, null), status.Lines);
        Assert.Empty(status.Regions);
    }

    [SkippableFact]
    public async Task A_region_shows_its_live_and_waiting_contracts_and_when_it_is_due()
    {
        await SyncAsync();
        await SetAsync(3, LinesState.Pending, nextAttempt: null);
        await SetAsync(2, LinesState.Pending, nextAttempt: Clock.GetUtcNow().AddMinutes(5));
        await SetAsync(4, LinesState.SetAside, nextAttempt: null);

        var status = await StatusAsync();

        var region = RegionOf(status);
        var coverage = await CoverageAsync();
        Assert.Equal(("The Forge", coverage.AsOf, coverage.NextDueAt), (region.Name, region.AsOf, region.NextDueAt));
        Assert.Equal(Live(await ContractsAsync()), region.Live);
        Assert.Equal((5, 0, 0, 0), (region.Pending, region.ClosedToday, region.Quarantined, region.FailuresInRow));
        Assert.Equal((SweepOutcome.Complete, null), (region.LastOutcome!.Value, region.LastError));
        Assert.Equal((3, 2, 4), (status.Lines.Due, status.Lines.Waiting, status.Lines.SetAside));
        Assert.Equal(("sample", coverage.AsOf), (status.Source, status.AsOf));
        Assert.Equal(await CountAsync(new BidsDue(Clock.GetUtcNow(), int.MaxValue)), status.BidsDue);
        Assert.Equal((await ContractsAsync()).Count(contract => contract.Type == ContractType.Auction && contract.IsLive(Clock.GetUtcNow())), status.BidsDue);
    }

    [SkippableFact]
    public async Task Closed_today_begins_at_midnight()
    {
        await SweepWellAsync();
        Clock.Advance(NextGeneration);
        Esi.Market.Drop(Forge, 10);
        await SweepWellAsync();
        Assert.Equal(10, RegionOf(await StatusAsync()).ClosedToday);
        Assert.Equal(10, await CountAsync(new ClosedSince(Clock.GetUtcNow().AddHours(-1))));

        Clock.Advance(TimeSpan.FromHours(7));

        Assert.Equal(0, RegionOf(await StatusAsync()).ClosedToday);
    }

    [SkippableFact]
    public async Task Contracts_set_aside_and_failures_are_shown_by_region()
    {
        Esi.Faults.Add(new MalformedFault(RowDamage.NegativeVolume) { Region = Forge });
        await SweepWellAsync();
        Esi.Faults.Clear();
        Clock.Advance(NextGeneration);
        Esi.Faults.Add(new HtmlFault { Region = Forge });
        await SweepAsync();

        var region = RegionOf(await StatusAsync());

        Assert.Equal((1, 1, SweepOutcome.Incomplete), (region.Quarantined, region.FailuresInRow, region.LastOutcome!.Value));
        Assert.EndsWith(".", region.LastError, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_running_sweeper_is_shown_with_its_budget_and_the_time_left()
    {
        await SyncAsync();
        await SetAsync(30, LinesState.Pending, nextAttempt: null);
        await TellAsync(new SweeperReport(SweeperPhase.ReadingItems, Clock.GetUtcNow().AddMinutes(1), Clock.GetUtcNow().AddMinutes(-1), "a, b", 12, 3, 20));

        var status = await StatusAsync();

        Assert.Equal(new SweeperStatus(true, Clock.GetUtcNow(), Clock.GetUtcNow(), SweeperPhase.ReadingItems, null), status.Sweeper);
        Assert.Equal((true, Clock.GetUtcNow().AddMinutes(1), null, 12, 3), (status.Esi!.Paused, status.Esi.PausedUntil, status.Esi.ReadingPausedUntil, status.Esi.ErrorsRemaining, status.Esi.InFlight));
        Assert.Equal(["a", "b"], status.Esi.PausedGroups);
        Assert.Equal((30, 20, 90), (status.Lines.Due, status.Lines.PerMinute, status.Lines.SecondsLeft));
    }

    [SkippableFact]
    public async Task The_report_of_a_dead_sweeper_is_not_shown()
    {
        await SyncAsync();
        await TellAsync(new SweeperReport(SweeperPhase.Sweeping, Clock.GetUtcNow().AddHours(1), null, null, 12, 3, 20));
        Clock.Advance(SweeperState.Patience);

        var status = await StatusAsync();

        Assert.Equal((new SweeperStatus(false, null, null, null, null), null, null), (status.Sweeper, status.Esi, status.Lines.PerMinute));
    }

    [SkippableFact]
    public async Task Each_job_is_shown_with_its_last_run_and_its_failure()
    {
        var failing = new JobReport(JobName.Lines, Clock.GetUtcNow(), TimeSpan.FromSeconds(1.2345), Clock.GetUtcNow().AddSeconds(20), 3, "ESI is away.");
        await QueryAsync(async context =>
        {
            context.Add(SyncJob.Of(failing));
            context.Add(SyncJob.Of(new JobReport(JobName.Sweeps, Clock.GetUtcNow(), TimeSpan.Zero, Clock.GetUtcNow(), 0, null)));
            return await context.SaveChangesAsync();
        });

        var jobs = (await StatusAsync()).Jobs;

        Assert.Equal([JobName.Sweeps, JobName.Lines], jobs.Select(job => job.Job));
        Assert.Equal(new JobStatus(JobName.Lines, failing.EndedAt, 1.234, failing.NextDueAt, 3, "ESI is away."), jobs[1]);
        Assert.Null(jobs[0].LastError);
        Assert.Equal(2, await CountAsync(new EveryJob()));
    }

    [SkippableFact]
    public async Task A_refused_source_is_shown_until_a_process_may_sweep()
    {
        await QueryAsync(async context =>
        {
            var state = SweeperState.Nobody();
            state.Take("web-1:1", Clock.GetUtcNow());
            state.Refuse("Another source.");
            state.Release("web-1:1");
            context.Add(state);
            return await context.SaveChangesAsync();
        });
        Assert.Equal(new SweeperStatus(false, null, null, null, "Another source."), (await StatusAsync()).Sweeper);

        await QueryAsync(async context =>
        {
            (await context.Set<SweeperState>().SingleAsync()).Take("web-2:1", Clock.GetUtcNow());
            return await context.SaveChangesAsync();
        });
        Assert.Null((await StatusAsync()).Sweeper.Refusal);
    }

    /// <summary>Each query of the use case on its own.</summary>
    [SkippableFact]
    public async Task Each_query_of_the_status_returns_the_right_number()
    {
        Esi.Faults.Add(new MalformedFault(RowDamage.NegativeVolume) { Region = Forge });
        await SyncAsync();
        var now = Clock.GetUtcNow();

        Assert.Equal(Live(await ContractsAsync()), await CountAsync(new LiveContracts(now)));
        Assert.Equal(0, await CountAsync(new LiveContracts(DateTimeOffset.MaxValue.AddYears(-1))));
        Assert.Equal(0, await CountAsync(new LiveInLinesState(now, LinesState.SetAside)));
        Assert.True(await CountAsync(new LiveInLinesState(now, LinesState.Read)) > 0);
        Assert.Equal(1, await CountAsync(new RegionsTried()));
        Assert.Equal(1, await CountAsync(new QuarantinedInRegions()));
        Assert.Equal(0, await CountAsync(new TheSweeper()));
    }

    private Task<MarketStatus> StatusAsync() => SendAsync(new GetStatus());

    private int Live(IEnumerable<Contract> contracts) => contracts.Count(contract => contract.IsLive(Clock.GetUtcNow()));

    private async Task<int> CountAsync<T>(Specification<T> specification)
        where T : class, Domain.IAggregateRoot
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IReadRepository<T>>().CountAsync(specification, default);
    }

    /// <summary>Puts some of the read contracts into another state.</summary>
    private Task<int> SetAsync(int count, LinesState state, DateTimeOffset? nextAttempt) => QueryAsync(async context =>
    {
        var some = await context.Set<Contract>()
            .Where(contract => contract.LinesState == LinesState.Read)
            .OrderBy(contract => contract.Id).Take(count).Select(contract => contract.Id).ToListAsync();
        Assert.Equal(count, some.Count);
        IsSpoiled = true;
        return await context.Set<Contract>().Where(contract => some.Contains(contract.Id)).ExecuteUpdateAsync(set => set
            .SetProperty(contract => contract.LinesState, state)
            .SetProperty(contract => contract.LinesNextAttemptAt, nextAttempt));
    });

    private Task<int> TellAsync(SweeperReport report) => QueryAsync(async context =>
    {
        var state = SweeperState.Nobody();
        state.Take("web-1:1", Clock.GetUtcNow());
        state.Beat(report, Clock.GetUtcNow());
        context.Add(state);
        return await context.SaveChangesAsync();
    });
}

public sealed class StatusOnSqlite() : StatusTests(DatabaseProvider.Sqlite);

public sealed class StatusOnPostgres() : StatusTests(DatabaseProvider.Postgres);
