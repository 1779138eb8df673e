using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync;
using HangarBay.Application.Sync.ListRegions;
using HangarBay.Application.Sync.ReadItems;
using HangarBay.Application.Sync.ResolveNames;
using HangarBay.Application.Sync.SweepRegion;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace HangarBay.Application.Tests.Sync;

/// <summary>One round: what follows what, when it ends, what it tells.</summary>
public sealed class SyncRunTests : IDisposable
{
    private readonly IMediator _mediator = Substitute.For<IMediator>();
    private readonly IReadRepository<Contract> _contracts = Substitute.For<IReadRepository<Contract>>();
    private readonly ServiceProvider _services;
    private readonly Reports _reports = new();

    public SyncRunTests()
    {
        _services = new ServiceCollection().AddScoped(_ => _mediator).AddScoped(_ => _contracts).BuildServiceProvider();
        _mediator.Send(Arg.Any<ListRegions>(), Arg.Any<CancellationToken>()).Returns([TheForge, new RegionId(10000043)]);
        _mediator.Send(Arg.Any<SweepRegion>(), Arg.Any<CancellationToken>()).Returns(new SweepResult.Swept(3, 2, 1, 10, 1));
        Naming(0);
        Reading(new ItemsResult(0, 0, 0));
    }

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task Every_region_is_swept_and_added_up()
    {
        Assert.Equal("6 new, 4 closed, 2 changed, 20 unchanged, 2 quarantined", (await RunAsync()).ToString());
        Assert.Equal([(0, 2), (1, 2), (2, 2)], _reports.Of(SyncPhase.Sweeping));
    }

    [Fact]
    public async Task Regions_not_due_count_as_unchanged_and_those_that_failed_are_told()
    {
        _mediator.Send(Arg.Any<SweepRegion>(), Arg.Any<CancellationToken>())
            .Returns(new SweepResult.NotDue(7, Noon), new SweepResult.KeptOldState("A page was missing."));

        var summary = await RunAsync();

        Assert.Equal(7, summary.Unchanged);
        Assert.Equal((new RegionId(10000043), "A page was missing."), Assert.Single(summary.KeptOldState));
    }

    [Fact]
    public async Task Lines_are_read_until_none_is_due_and_each_step_is_reported_once()
    {
        _contracts.CountAsync(Arg.Any<Specification<Contract>>(), Arg.Any<CancellationToken>()).Returns(5);
        Reading(new ItemsResult(2, 0, 1), new ItemsResult(2, 1, 0), new ItemsResult(0, 0, 0));

        var summary = await RunAsync();

        Assert.Equal((4, 1, 3), (summary.ItemsRead, summary.ItemsMissed, summary.Quarantined));
        Assert.Equal([(0, 5), (2, 5), (5, 5)], _reports.Of(SyncPhase.ReadingItems));
    }

    [Fact]
    public async Task A_batch_in_which_none_could_be_read_is_not_the_end()
    {
        Reading(new ItemsResult(0, 250, 0), new ItemsResult(10, 0, 0), new ItemsResult(0, 0, 0));

        Assert.Equal((10, 250), await CountsAsync());
    }

    [Fact]
    public async Task Where_esi_is_away_reading_ends_until_the_next_round()
    {
        Reading(new ItemsResult(0, 5, 0) { GaveUp = true }, new ItemsResult(10, 0, 0));

        Assert.Equal((0, 5), await CountsAsync());
    }

    [Fact]
    public async Task Names_are_resolved_until_none_is_left()
    {
        Naming(1000, 12, 0);

        await RunAsync();

        Assert.Equal([(1000, 1000), (1012, 1012)], _reports.Of(SyncPhase.Naming));
    }

    [Fact]
    public async Task Asked_to_stop_between_batches_it_tells_how_far_it_came()
    {
        using var stop = new CancellationTokenSource();
        Reading(new ItemsResult(2, 0, 0), new ItemsResult(2, 0, 0));
        _reports.On = report =>
        {
            if (report is { Phase: SyncPhase.ReadingItems, Done: > 0 }) stop.Cancel();
        };

        var summary = await RunAsync(stop.Token);

        Assert.True(summary.Stopped);
        Assert.Equal((2, 6), (summary.ItemsRead, summary.New));
    }

    [Fact]
    public async Task A_cancellation_that_nobody_asked_for_is_a_fault()
    {
        _mediator.Send(Arg.Any<SweepRegion>(), Arg.Any<CancellationToken>())
            .Returns(Task.FromException<SweepResult>(new OperationCanceledException()));

        await Assert.ThrowsAsync<OperationCanceledException>(() => RunAsync());
    }

    [Fact]
    public async Task Without_regions_due_what_is_left_of_an_earlier_round_is_still_read()
    {
        _mediator.Send(Arg.Any<ListRegions>(), Arg.Any<CancellationToken>()).Returns([]);
        Reading(new ItemsResult(2, 0, 0), new ItemsResult(0, 0, 0));

        Assert.Equal((2, 0), await CountsAsync());
    }

    private async Task<(int Read, int Missed)> CountsAsync()
    {
        var summary = await RunAsync();
        return (summary.ItemsRead, summary.ItemsMissed);
    }

    private void Reading(ItemsResult first, params ItemsResult[] then) =>
        _mediator.Send(Arg.Any<ReadItems>(), Arg.Any<CancellationToken>()).Returns(first, then);

    private void Naming(int first, params int[] then) => _mediator.Send(Arg.Any<ResolveNames>(), Arg.Any<CancellationToken>())
        .Returns(new NamesResult(first), [.. then.Select(settled => new NamesResult(settled))]);

    private Task<SyncSummary> RunAsync(CancellationToken cancellationToken = default) =>
        new SyncRun(_services.GetRequiredService<IServiceScopeFactory>(), new FakeTimeProvider(Noon))
            .RunAsync(new ListRegions([]), _reports, cancellationToken);

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
