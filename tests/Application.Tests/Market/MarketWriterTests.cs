using System.Diagnostics.Metrics;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Application.Market.Ports;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace HangarBay.Application.Tests.Market;

/// <summary>The gate for changes of the market (decision 18), and the notices of changes.</summary>
public sealed class MarketWriterTests : IDisposable
{
    private readonly IMarketRow _row = Substitute.For<IMarketRow>();
    private readonly IUnitOfWork _unitOfWork = Substitute.For<IUnitOfWork>();
    private readonly IDatabaseFaults _faults = Substitute.For<IDatabaseFaults>();
    private readonly IBulkWriter _bulk = Substitute.For<IBulkWriter>();
    private readonly MarketCommits _commits = new();
    private readonly ServiceProvider _services;
    private readonly BusyPeriods _periods;

    public MarketWriterTests()
    {
        _services = new ServiceCollection().AddMetrics().AddScoped(_ => _row).BuildServiceProvider();
        _periods = new BusyPeriods(_services.GetRequiredService<IServiceScopeFactory>(), new SkippingTime(Noon), NullLogger<BusyPeriods>.Instance);
        _row.RaiseAsync(Arg.Any<CancellationToken>()).Returns(3);
        _row.HoldAsync(3, Arg.Any<CancellationToken>()).Returns(7);
        _unitOfWork.InTransactionAsync(Arg.Any<Func<CancellationToken, Task<int>>>(), Arg.Any<CancellationToken>())
            .Returns(call => call.Arg<Func<CancellationToken, Task<int>>>()(CancellationToken.None));
        _bulk.UpsertAsync(Arg.Any<IReadOnlyCollection<Region>>(), Arg.Any<CancellationToken>()).Returns(call => call.Arg<IReadOnlyCollection<Region>>().Count);
    }

    [Fact]
    public async Task A_change_is_signalled_after_its_commit()
    {
        var (next, toldBefore) = (_commits.NextAsync(), true);

        await ChangeAsync(async (_, _) =>
        {
            await Task.Yield();
            toldBefore = next.IsCompleted;
            return 1;
        });

        Assert.False(toldBefore);
        Assert.True(next.IsCompletedSuccessfully);
        Assert.False(_commits.NextAsync().IsCompleted);
    }

    [Fact]
    public async Task A_failed_change_is_not_signalled()
    {
        var next = _commits.NextAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => ChangeAsync((_, _) => throw new InvalidOperationException("No.")));

        Assert.False(next.IsCompleted);
    }

    [Fact]
    public async Task Every_waiter_gets_the_signal_and_a_new_wait_gets_the_next_one()
    {
        var (one, other) = (_commits.NextAsync(), _commits.NextAsync());
        await ChangeAsync((_, _) => Task.FromResult(1));
        var again = _commits.NextAsync();

        Assert.True(one.IsCompleted && other.IsCompleted && !again.IsCompleted);

        await ChangeAsync((_, _) => Task.FromResult(1));

        Assert.True(again.IsCompleted);
    }

    [Fact]
    public async Task A_change_of_names_raises_the_version_last_with_a_mark_of_the_rows_that_were_written()
    {
        var regions = (Region[])[new(TheForge, LocalisedName.English("The Forge")), new(World.Delve, LocalisedName.English("Delve"))];

        await ChangeAsync((market, token) => market.NameAsync(regions, token));

        Assert.All(regions, region => Assert.Equal(8, region.ChangedIn));
        await _row.Received(1).AdvanceAsync(Arg.Is<MarketMark>(mark => mark!.Version == 8 && mark.Rows == 2), Arg.Any<CancellationToken>());
        await _unitOfWork.Received(1).SaveChangesAsync(Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_change_without_rows_keeps_the_version()
    {
        Assert.Equal(5, await ChangeAsync((_, _) => Task.FromResult(5)));

        await _row.DidNotReceive().AdvanceAsync(Arg.Any<MarketMark>(), Arg.Any<CancellationToken>());
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(1_500, 1_501)]
    [InlineData(300_000, 300_001)]
    // A clock that was wrong by more than five minutes counts for nothing.
    [InlineData(300_001, 0)]
    public async Task A_change_happens_after_the_last_one_even_if_that_ones_clock_was_ahead(int? last, int expected)
    {
        _row.LastChangeAsync(Arg.Any<CancellationToken>()).Returns(last is { } ahead ? Noon.AddMilliseconds(ahead) : (DateTimeOffset?)null);
        var instants = new List<DateTimeOffset>();

        await ChangeAsync(async (market, token) =>
        {
            instants.Add(await market.InstantAsync(token));
            instants.Add(await market.InstantAsync(token));
            return await market.NameAsync((Region[])[new(TheForge, LocalisedName.English("The Forge"))], token);
        });

        Assert.Equal([Noon.AddMilliseconds(expected), Noon.AddMilliseconds(expected)], instants);
        await _row.Received(1).AdvanceAsync(Arg.Is<MarketMark>(mark => mark!.At == Noon.AddMilliseconds(expected)), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Each_version_has_a_mark_of_its_own()
    {
        var marks = new List<long>();
        await _row.AdvanceAsync(Arg.Do<MarketMark>(mark => marks.Add(mark.Mark)), Arg.Any<CancellationToken>());

        for (var change = 0; change < 3; change++)
            await ChangeAsync((market, token) => market.NameAsync((Region[])[new(TheForge, LocalisedName.English("The Forge"))], token));

        Assert.Equal(3, marks.Distinct().Count());
    }

    [Fact]
    public async Task A_passing_fault_is_tried_four_times_in_all()
    {
        var tries = 0;
        _faults.IsPassing(Arg.Any<TimeoutException>()).Returns(true);

        await Assert.ThrowsAsync<TimeoutException>(() => ChangeAsync((_, _) =>
        {
            tries++;
            throw new TimeoutException();
        }));

        Assert.Equal(MarketWriter.Tries, tries);
    }

    [Fact]
    public async Task A_permanent_fault_is_tried_once()
    {
        var tries = 0;

        await Assert.ThrowsAsync<TimeoutException>(() => ChangeAsync((_, _) =>
        {
            tries++;
            throw new TimeoutException();
        }));

        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task A_market_that_another_process_has_settled_is_marked_as_busy_again()
    {
        _row.HoldAsync(3, Arg.Any<CancellationToken>()).Returns((long?)null, 7);

        Assert.Equal(5, await ChangeAsync((_, _) => Task.FromResult(5)));

        await _row.Received(2).RaiseAsync(Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Names_may_be_stored_before_the_market_exists_and_have_no_version()
    {
        _row.RaiseAsync(Arg.Any<CancellationToken>()).Returns((long?)null);
        var region = new Region(TheForge, LocalisedName.English("The Forge"));

        await ChangeAsync((market, token) => market.NameAsync((Region[])[region], token));

        Assert.Equal(0, region.ChangedIn);
        await _row.DidNotReceive().HoldAsync(Arg.Any<long>(), Arg.Any<CancellationToken>());
        await _row.DidNotReceive().AdvanceAsync(Arg.Any<MarketMark>(), Arg.Any<CancellationToken>());
    }

    public void Dispose()
    {
        _periods.Dispose();
        _services.Dispose();
    }

    private Task<int> ChangeAsync(Func<IMarketChange, CancellationToken, Task<int>> change)
    {
        var store = new MarketStore(Substitute.For<IMarketContracts>(), new Stored<ItemType>().Reading, _bulk);
        var metrics = new MarketMetrics(_services.GetRequiredService<IMeterFactory>());
        return new MarketWriter(_periods, _row, store, _unitOfWork, _faults, metrics, _commits, new SkippingTime(Noon)).ChangeAsync(change, default);
    }
}
