using HangarBay.Application.Abstractions;
using HangarBay.Application.InMemory.Following;
using NSubstitute;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.InMemory.Following;

/// <summary>A request is answered from a market that is never older than the request.</summary>
public sealed class LiveMarketsTests : LiveMarketsTest
{
    [Fact]
    public async Task The_first_who_asks_waits_until_the_market_is_loaded()
    {
        Assert.Null(Markets.Status);

        var market = await ReadAsync();

        Assert.NotNull(Markets.Status);
        Assert.Equal((1, Database.Version), (market.View.Market.Count, market.View.Market.Version));
    }

    [Fact]
    public async Task While_the_version_stays_the_market_is_not_read_again()
    {
        var first = await ReadAsync();
        var second = await ReadAsync();

        Assert.Same(first.View, second.View);
        Assert.Equal(1, Database.Snapshots);
    }

    [Fact]
    public async Task A_version_that_was_committed_before_the_question_is_in_the_answer()
    {
        await ReadAsync();
        Database.Commit(ACourier(2).Listed());

        Assert.Equal(2, (await ReadAsync()).View.Market.Count);
        Assert.Equal(2, Database.Snapshots);
    }

    [Fact]
    public async Task A_sweep_that_only_confirmed_a_region_is_in_the_answer()
    {
        await ReadAsync();
        Database.Coverages.Add(ARegionSweptAt(Noon));

        Assert.Equal(Noon, (await ReadAsync()).View.LastGoodSweepOf(TheForge));
    }

    [Fact]
    public async Task Those_who_ask_while_the_market_is_loaded_share_the_load()
    {
        var loaded = HoldReading();

        var asking = Enumerable.Range(0, 5).Select(_ => ReadAsync()).ToList();
        loaded.SetResult();

        Assert.All(await Task.WhenAll(asking), market => Assert.Equal(1, market.View.Market.Count));
        Assert.Equal(1, Database.Snapshots);
    }

    [Fact]
    public async Task Who_asks_after_a_commit_waits_for_one_more_load_where_the_one_that_runs_began_before()
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
    public async Task While_there_is_no_market_every_question_is_answered_by_a_load_of_its_own()
    {
        Database.Markets.Clear();
        Database.Marks.Clear();

        await ReadAsync();
        await ReadAsync();

        Assert.Equal(2, Database.Snapshots);
    }

    [Fact]
    public async Task Where_the_market_cannot_be_read_who_waits_is_told_so_and_the_next_one_tries_again()
    {
        Database.AfterReading = () => throw new InvalidOperationException("The database is away.");
        await Assert.ThrowsAsync<InvalidOperationException>(ReadAsync);
        Assert.Null(Markets.Status);

        Database.AfterReading = () => Task.CompletedTask;

        Assert.Equal(1, (await ReadAsync()).View.Market.Count);
    }

    [Fact]
    public async Task A_connection_that_died_with_a_database_that_is_back_is_found_once_and_nobody_is_told()
    {
        Faults.Explain(Arg.Any<TimeoutException>()).Returns(new DatabaseFault(DatabaseFaultKind.Unavailable, "The database is away."));
        Database.AfterReading = () => Database.Snapshots == 1 ? throw new TimeoutException() : Task.CompletedTask;

        Assert.Equal(1, (await ReadAsync()).View.Market.Count);
        Assert.Equal(2, Database.Snapshots);
    }

    [Fact]
    public async Task A_database_that_stays_away_is_asked_twice_and_no_more()
    {
        Faults.Explain(Arg.Any<TimeoutException>()).Returns(new DatabaseFault(DatabaseFaultKind.Unavailable, "The database is away."));
        Database.AfterReading = () => throw new TimeoutException();

        await Assert.ThrowsAsync<TimeoutException>(ReadAsync);

        Assert.Equal(2, Database.Snapshots);
    }

    [Fact]
    public async Task After_a_load_that_failed_half_way_nothing_of_it_is_gone_on_with()
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
    public async Task Where_the_version_cannot_be_told_nobody_is_answered_from_what_is_held()
    {
        await ReadAsync();
        Versions.ReadAsync(Arg.Any<CancellationToken>()).Returns(Task.FromException<MarketVersion>(new InvalidOperationException("The database is away.")));

        await Assert.ThrowsAsync<InvalidOperationException>(ReadAsync);
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_load_to_the_others()
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
