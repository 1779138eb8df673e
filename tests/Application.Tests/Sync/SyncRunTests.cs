using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Application.Sync;
using HangarBay.Application.Sync.Catalogue;
using HangarBay.Application.Sync.ClaimingSource;
using HangarBay.Application.Sync.Jobs;
using HangarBay.Application.Sync.ListingRegions;
using HangarBay.Application.Sync.PruningClosed;
using HangarBay.Application.Sync.ReadingBids;
using HangarBay.Application.Sync.ReadingLines;
using HangarBay.Application.Sync.ResolvingNames;
using HangarBay.Application.Sync.SweepingRegion;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace HangarBay.Application.Tests.Sync;

/// <summary>One round of the sync: the order of its steps, its end and its reports.</summary>
public sealed class SyncRunTests : IDisposable
{
    private readonly IMediator _mediator = Substitute.For<IMediator>();
    private readonly IReadRepository<Contract> _contracts = Substitute.For<IReadRepository<Contract>>();
    private readonly ServiceProvider _services;
    private readonly Reports _reports = new();
    private readonly SkippingTime _time = new(Noon);
    private readonly IOptions<SyncOptions> _options = Options.Create(new SyncOptions { RegionsAtOnce = 1, Poll = TimeSpan.FromSeconds(1) });
    private readonly JobBoard _jobs;

    public SyncRunTests()
    {
        _jobs = new JobBoard(Substitute.For<IDatabaseFaults>(), Measuring.Sync(), _options, _time, NullLogger<JobBoard>.Instance);
        _services = new ServiceCollection().AddScoped(_ => _mediator).AddScoped(_ => _contracts).BuildServiceProvider();
        _mediator.Send(Arg.Any<ListRegions>(), Arg.Any<CancellationToken>()).Returns([TheForge, new RegionId(10000043)]);
        _mediator.Send(Arg.Any<SweepRegion>(), Arg.Any<CancellationToken>()).Returns(new SweepResult.Swept(3, 2, 1, 10, 1));
        Naming(0);
        Learning(0);
        Reading();
        Bidding(new BidsResult(0, 0));
    }

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task Every_region_is_swept_and_added_up()
    {
        Assert.Equal("6 new, 4 closed, 2 changed, 20 unchanged, 2 quarantined", (await RunAsync()).ToString());
        Assert.Equal([(0, 2), (1, 2), (2, 2)], _reports.Of(SyncPhase.Sweeping));
    }

    [Fact]
    public async Task Regions_not_due_count_as_unchanged_and_failed_ones_are_reported()
    {
        _mediator.Send(Arg.Any<SweepRegion>(), Arg.Any<CancellationToken>())
            .Returns(new SweepResult.NotDue(7, Noon), new SweepResult.KeptOldState("A page was missing."));

        var summary = await RunAsync();

        Assert.Equal(7, summary.Unchanged);
        Assert.Equal((new RegionId(10000043), "A page was missing."), Assert.Single(summary.KeptOldState));
    }

    [Fact]
    public async Task Lines_are_read_beside_the_sweeps_and_each_batch_is_reported()
    {
        _contracts.CountAsync(Arg.Any<Specification<Contract>>(), Arg.Any<CancellationToken>()).Returns(5, 1);
        Reading(new LinesResult(2, 0, 1), new LinesResult(2, 1, 0));

        var summary = await RunAsync();

        Assert.Equal((4, 1, 3), (summary.ContractsRead, summary.ContractsMissed, summary.Quarantined));
        Assert.Equal([(0, 5), (2, 5), (5, 5), (5, 6)], _reports.Of(SyncPhase.ReadingLines));
    }

    [Theory]
    [InlineData(JobName.Sweeps)]
    [InlineData(JobName.Names)]
    [InlineData(JobName.Bids)]
    [InlineData(JobName.Lines)]
    [InlineData(JobName.Types)]
    [InlineData(JobName.Prune)]
    public async Task A_failing_job_is_reported_and_stops_no_other(JobName job)
    {
        Failing(job);

        var summary = await RunAsync();

        Assert.Equal((job, "It failed unexpectedly (InvalidOperationException); the log says where."), Assert.Single(summary.FailedJobs));
        await ThenAllRanBut(job);
    }

    [Fact]
    public async Task Reading_that_fails_while_regions_are_swept_lets_them_be_swept()
    {
        var (failed, swept) = (new TaskCompletionSource(), 0);
        _mediator.Send(Arg.Any<ReadLines>(), Arg.Any<CancellationToken>()).Returns(_ =>
        {
            failed.SetResult();
            return Task.FromException<LinesResult>(new InvalidOperationException("Broken."));
        });
        _mediator.Send(Arg.Any<SweepRegion>(), Arg.Any<CancellationToken>()).Returns(async call =>
        {
            await failed.Task;
            call.Arg<CancellationToken>().ThrowIfCancellationRequested();
            swept++;
            return (SweepResult)new SweepResult.Swept(1, 0, 0, 0, 0);
        });

        Assert.Equal((2, 2), ((await RunAsync()).New, swept));
    }

    [Fact]
    public async Task A_job_that_failed_waits_for_its_turn_while_the_others_go_on()
    {
        Failing(JobName.Names);
        for (var round = 0; round < 5; round++) await RunAsync();
        _mediator.ClearReceivedCalls();
        _time.Advance(_options.Value.Poll);

        Assert.Empty((await RunAsync(new ListRegions([]) { DueOnly = true })).FailedJobs);
        await ThenRan(JobName.Names, times: 0);
        await ThenRan(JobName.Bids, times: 1);

        _time.Advance(TimeSpan.FromSeconds(80));
        await RunAsync(new ListRegions([]) { DueOnly = true });
        await ThenRan(JobName.Names, times: 1);

        await RunAsync();
        await ThenRan(JobName.Names, times: 2);
    }

    [Fact]
    public async Task A_source_that_is_refused_ends_the_round()
    {
        _mediator.Send(Arg.Any<ClaimSource>(), Arg.Any<CancellationToken>()).Returns(Task.FromException<string>(new SourceRefusedException("Another one.")));

        await Assert.ThrowsAsync<SourceRefusedException>(() => RunAsync());
        await _mediator.DidNotReceive().Send(Arg.Any<SweepRegion>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Bids_are_read_until_none_is_due_or_esi_is_away()
    {
        Bidding(new BidsResult(100, 0), new BidsResult(3, 2), new BidsResult(0, 0));
        await RunAsync();
        await _mediator.Received(3).Send(Arg.Any<ReadBids>(), Arg.Any<CancellationToken>());

        Bidding(new BidsResult(0, 5) { GaveUp = true });
        await RunAsync();
        await _mediator.Received(4).Send(Arg.Any<ReadBids>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Regions_that_fall_due_while_lines_are_read_are_swept_again()
    {
        var reading = new TaskCompletionSource<LinesResult>();
        _mediator.Send(Arg.Any<ReadLines>(), Arg.Any<CancellationToken>()).Returns(reading.Task);
        var rounds = 0;
        _mediator.Send(Arg.Any<ListRegions>(), Arg.Any<CancellationToken>()).Returns(_ =>
        {
            if (++rounds == 3) reading.TrySetResult(LinesResult.None);
            return [TheForge];
        });

        var summary = await RunAsync(new ListRegions([]) { DueOnly = true });

        Assert.InRange(rounds, 3, int.MaxValue);
        Assert.Equal(3 * rounds, summary.New);
    }

    [Fact]
    public async Task Names_are_resolved_until_none_is_left()
    {
        Naming(1000, 12, 0);

        await RunAsync();

        Assert.Equal([(1000, 1000), (1012, 1012)], _reports.Of(SyncPhase.Naming));
    }

    [Fact]
    public async Task Types_are_learnt_while_lines_are_read_and_until_none_is_left_afterwards()
    {
        var reading = new TaskCompletionSource<LinesResult>();
        _mediator.Send(Arg.Any<ReadLines>(), Arg.Any<CancellationToken>()).Returns(reading.Task);
        var looks = new Queue<int>([0, 100, 0, 7, 0]);
        _mediator.Send(Arg.Any<LearnTypes>(), Arg.Any<CancellationToken>()).Returns(_ =>
        {
            if (looks.Count == 3) reading.SetResult(LinesResult.None);
            return looks.Count > 0 && looks.Dequeue() is var asked ? new TypesResult(asked, Unknown: asked / 7) : new TypesResult(0);
        });

        // Two regions set a row aside each.
        Assert.Equal(2 + 15, (await RunAsync()).Quarantined);
        Assert.Empty(looks);
        Assert.Equal([(100, 100), (107, 107)], _reports.Of(SyncPhase.Naming));
    }

    [Fact]
    public async Task When_asked_to_stop_it_reports_how_far_it_came()
    {
        using var stop = new CancellationTokenSource();
        Reading(new LinesResult(2, 0, 0));
        _reports.On = report =>
        {
            if (report is { Phase: SyncPhase.ReadingLines, Done: > 0 }) stop.Cancel();
        };

        var summary = await RunAsync(cancellationToken: stop.Token);

        Assert.True(summary.Stopped);
        Assert.Equal(2, summary.ContractsRead);
        await _mediator.DidNotReceive().Send(Arg.Any<PruneClosed>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_cancellation_without_a_request_to_stop_is_a_fault_of_its_job()
    {
        _mediator.Send(Arg.Any<SweepRegion>(), Arg.Any<CancellationToken>())
            .Returns(Task.FromException<SweepResult>(new OperationCanceledException()));

        var summary = await RunAsync();

        Assert.False(summary.Stopped);
        Assert.Equal(JobName.Sweeps, Assert.Single(summary.FailedJobs).Job);
    }

    [Fact]
    public async Task Without_regions_due_what_is_left_of_an_earlier_round_is_still_read()
    {
        _mediator.Send(Arg.Any<ListRegions>(), Arg.Any<CancellationToken>()).Returns([]);
        Reading(new LinesResult(2, 0, 0));

        Assert.Equal(2, (await RunAsync()).ContractsRead);
    }

    private void Reading(params LinesResult[] batches) =>
        _mediator.Send(Arg.Any<ReadLines>(), Arg.Any<CancellationToken>()).Returns(async call =>
        {
            if (batches.Length > 0) await call.Arg<ReadLines>().BeganAsync!(default);
            foreach (var batch in batches) await call.Arg<ReadLines>().StoredAsync!(batch, default);
            return batches.Aggregate(LinesResult.None, (all, batch) => all.Plus(batch));
        });

    private void Bidding(BidsResult first, params BidsResult[] then) =>
        _mediator.Send(Arg.Any<ReadBids>(), Arg.Any<CancellationToken>()).Returns(first, then);

    private void Naming(int first, params int[] then) => _mediator.Send(Arg.Any<ResolveNames>(), Arg.Any<CancellationToken>())
        .Returns(new NamesResult(first), [.. then.Select(settled => new NamesResult(settled))]);

    private void Learning(int first, params int[] then) => _mediator.Send(Arg.Any<LearnTypes>(), Arg.Any<CancellationToken>())
        .Returns(new TypesResult(first), [.. then.Select(asked => new TypesResult(asked))]);

    private void Failing(JobName job)
    {
        var fault = new InvalidOperationException("Broken.");
        switch (job)
        {
            case JobName.Sweeps:
                _mediator.Send(Arg.Any<ListRegions>(), Arg.Any<CancellationToken>()).Returns(Task.FromException<IReadOnlyList<RegionId>>(fault));
                break;
            case JobName.Lines:
                _mediator.Send(Arg.Any<ReadLines>(), Arg.Any<CancellationToken>()).Returns(Task.FromException<LinesResult>(fault));
                break;
            case JobName.Bids:
                _mediator.Send(Arg.Any<ReadBids>(), Arg.Any<CancellationToken>()).Returns(Task.FromException<BidsResult>(fault));
                break;
            case JobName.Names:
                _mediator.Send(Arg.Any<ResolveNames>(), Arg.Any<CancellationToken>()).Returns(Task.FromException<NamesResult>(fault));
                break;
            case JobName.Types:
                _mediator.Send(Arg.Any<LearnTypes>(), Arg.Any<CancellationToken>()).Returns(Task.FromException<TypesResult>(fault));
                break;
            default:
                _mediator.Send(Arg.Any<PruneClosed>(), Arg.Any<CancellationToken>()).Returns(Task.FromException<int>(fault));
                break;
        }
    }

    private async Task ThenAllRanBut(JobName failed)
    {
        foreach (var job in Enum.GetValues<JobName>().Where(job => job != failed)) await ThenRan(job, times: job == JobName.Sweeps ? 2 : 1);
    }

    private Task ThenRan(JobName job, int times) => job switch
    {
        JobName.Sweeps => _mediator.Received(times).Send(Arg.Any<SweepRegion>(), Arg.Any<CancellationToken>()),
        JobName.Lines => _mediator.Received(times).Send(Arg.Any<ReadLines>(), Arg.Any<CancellationToken>()),
        JobName.Bids => _mediator.Received(times).Send(Arg.Any<ReadBids>(), Arg.Any<CancellationToken>()),
        JobName.Types => ThenTypesWereLookedFor(),
        JobName.Names => _mediator.Received(times).Send(Arg.Any<ResolveNames>(), Arg.Any<CancellationToken>()),
        _ => _mediator.Received(times).Send(Arg.Any<PruneClosed>(), Arg.Any<CancellationToken>()),
    };

    /// <summary>Checks that types were asked for; how often depends on how long lines are read.</summary>
    private Task ThenTypesWereLookedFor()
    {
        Assert.Contains(_mediator.ReceivedCalls(), call => call.GetArguments()[0] is LearnTypes);
        return Task.CompletedTask;
    }

    private async Task<SyncSummary> RunAsync(ListRegions? what = null, CancellationToken cancellationToken = default)
    {
        var scopes = _services.GetRequiredService<IServiceScopeFactory>();
        using var periods = new BusyPeriods(scopes, _time, NullLogger<BusyPeriods>.Instance);
        return await new SyncRun(scopes, periods, _jobs, _options, _time).RunAsync(what ?? new ListRegions([]), _reports, cancellationToken);
    }

    private sealed class Reports : IProgress<SyncProgress>
    {
        private readonly List<SyncProgress> _all = [];

        public Action<SyncProgress> On { get; set; } = _ => { };

        public void Report(SyncProgress value)
        {
            _all.Add(value);
            On(value);
        }

        public IEnumerable<(int Done, int Total)> Of(SyncPhase phase) =>
            _all.Where(report => report.Phase == phase).Select(report => (report.Done, report.Total));
    }
}
