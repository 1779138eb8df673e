using HangarBay.Application.Abstractions;
using HangarBay.Application.InMemory.Following;
using NSubstitute;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.InMemory.Following;

/// <summary>A request is answered from a market that is never older than the request.</summary>
public sealed class LiveMarketsTests : LiveMarketsTest
{
    [Fact]
    public async Task The_first_request_waits_until_the_market_is_loaded()
    {
        Assert.Null(Markets.Status);

        var market = await ReadAsync();

        Assert.NotNull(Markets.Status);
        Assert.Equal((1, Database.Version), (market.View.Market.Count, market.View.Market.Version));
    }

    [Fact]
    public async Task The_market_is_not_read_again_while_its_version_is_unchanged()
    {
        var first = await ReadAsync();
        var second = await ReadAsync();

        Assert.Same(first.View, second.View);
        Assert.Equal(1, Database.Snapshots);
    }

    [Fact]
    public async Task A_commit_before_a_request_is_in_its_answer()
    {
        await ReadAsync();
        Database.Commit(ACourier(2).Listed());

        Assert.Equal(2, (await ReadAsync()).View.Market.Count);
        Assert.Equal(2, Database.Snapshots);
    }

    [Fact]
    public async Task A_sweep_that_only_confirms_a_region_is_in_the_answer()
    {
        await ReadAsync();
        Database.Coverages.Add(ARegionSweptAt(Noon));

        Assert.Equal(Noon, (await ReadAsync()).View.LastGoodSweepOf(TheForge));
    }

    [Fact]
    public async Task Requests_that_come_during_a_load_share_it()
    {
        var loaded = HoldReading();

        var asking = Enumerable.Range(0, 5).Select(_ => ReadAsync()).ToList();
        loaded.SetResult();

        Assert.All(await Task.WhenAll(asking), market => Assert.Equal(1, market.View.Market.Count));
        Assert.Equal(1, Database.Snapshots);
    }

    [Fact]
    public async Task A_request_after_a_commit_waits_for_another_load_if_the_running_one_began_before()
    {
        var loaded = HoldReading();
        var early = ReadAsync();
        await IsReadForAsync(early);
        Database.Commit(ACourier(2).Listed());

        var late = ReadAsync();
        loaded.SetResult();

        Assert.Equal((1, 2), ((await early).View.Market.Count, (await late).View.Market.Count));
        Assert.Equal(2, Database.Snapshots);
    }

    [Fact]
    public async Task Without_a_market_every_request_loads_again()
    {
        Database.Markets.Clear();
        Database.Marks.Clear();

        await ReadAsync();
        await ReadAsync();

        Assert.Equal(2, Database.Snapshots);
    }

    [Fact]
    public async Task A_failed_load_fails_the_waiting_requests_and_the_next_request_loads_again()
    {
        Database.AfterReading = () => throw new InvalidOperationException("The database is away.");
        await Assert.ThrowsAsync<InvalidOperationException>(ReadAsync);
        Assert.Null(Markets.Status);

        Database.AfterReading = () => Task.CompletedTask;

        Assert.Equal(1, (await ReadAsync()).View.Market.Count);
    }

    [Fact]
    public async Task A_broken_connection_is_retried_once_without_an_error()
    {
        Faults.Explain(Arg.Any<TimeoutException>()).Returns(new DatabaseFault(DatabaseFaultKind.Unavailable, "The database is away."));
        Database.AfterReading = () => Database.Snapshots == 1 ? throw new TimeoutException() : Task.CompletedTask;

        Assert.Equal(1, (await ReadAsync()).View.Market.Count);
        Assert.Equal(2, Database.Snapshots);
    }

    [Fact]
    public async Task A_load_is_tried_twice_while_the_database_is_away()
    {
        Faults.Explain(Arg.Any<TimeoutException>()).Returns(new DatabaseFault(DatabaseFaultKind.Unavailable, "The database is away."));
        Database.AfterReading = () => throw new TimeoutException();

        await Assert.ThrowsAsync<TimeoutException>(ReadAsync);

        Assert.Equal(2, Database.Snapshots);
    }

    [Fact]
    public async Task After_a_failed_load_the_whole_market_is_read_again()
    {
        await ReadAsync();
        Database.Commit(ACourier(2).Listed());
        Database.AfterReading = () => throw new InvalidOperationException("The database is away.");
        await Assert.ThrowsAsync<InvalidOperationException>(ReadAsync);
        Database.AfterReading = () => Task.CompletedTask;
        Database.Contracts.Reading.ClearReceivedCalls();

        Assert.Equal(2, (await ReadAsync()).View.Market.Count);
        Database.Contracts.Reading.Received(1).StreamAsync(Arg.Any<EveryOpenContract>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task No_request_is_answered_from_memory_where_the_version_cannot_be_read()
    {
        await ReadAsync();
        Versions.ReadAsync(Arg.Any<CancellationToken>()).Returns(Task.FromException<MarketVersion>(new InvalidOperationException("The database is away.")));

        await Assert.ThrowsAsync<InvalidOperationException>(ReadAsync);
    }

    [Fact]
    public async Task A_cancelled_request_does_not_cancel_the_load_for_others()
    {
        using var given = new CancellationTokenSource();
        var loaded = HoldReading();
        var (impatient, patient) = (Markets.ReadAsync(given.Token).AsTask(), ReadAsync());
        await IsReadForAsync(patient);

        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient.WaitAsync(TimeSpan.FromSeconds(30)));
        loaded.SetResult();

        Assert.Equal(1, (await patient).View.Market.Count);
        Assert.Equal(1, Database.Snapshots);
    }

    /// <summary>Makes the next reading find its rows and then wait.</summary>
    private TaskCompletionSource HoldReading()
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Database.AfterReading = () => loaded.Task;
        return loaded;
    }

    /// <summary>
    /// Waits until the held reading has found its rows, or until the call that asks for it has ended, for example by an error.
    /// </summary>
    private async Task IsReadForAsync(Task asking)
    {
        while (!Database.IsHeld && !asking.IsCompleted) await Task.Yield();
    }
}
