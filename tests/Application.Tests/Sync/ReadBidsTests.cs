using HangarBay.Application.Sync;
using HangarBay.Application.Sync.Ports;
using HangarBay.Application.Sync.ReadingBids;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace HangarBay.Application.Tests.Sync;

/// <summary>Bids on auctions are read when they are due (M5).</summary>
public sealed class ReadBidsTests
{
    private readonly IEsi _esi = Substitute.For<IEsi>();
    private readonly Stored<Contract> _contracts = new Stored<Contract>().Telling<ContractId>();
    private readonly ScriptedMarket _market = new ScriptedMarket().Running<BidsResult>();

    public ReadBidsTests() => _esi.GetBidsAsync(Arg.Any<ContractId>(), Arg.Any<CancellationToken>()).Returns((BidsAnswer?)null);

    [Fact]
    public async Task Bids_that_come_are_taken_and_asked_for_again_when_they_expire()
    {
        var auction = AnAuction(1);
        Answer(1, Noon.AddMinutes(25), ABid(1, 100), ABid(1, 300));

        Assert.Equal(new BidsResult(1, 0), await ReadAsync());
        Assert.Equal((2, Isk.Of(300), Noon.AddMinutes(25)), (auction.BidCount, auction.CurrentBid, auction.BidsNextAttemptAt));
    }

    [Fact]
    public async Task Bids_are_not_asked_for_again_within_ten_minutes()
    {
        var auction = AnAuction(1);
        Answer(1, Noon.AddMinutes(1));

        await ReadAsync();

        Assert.Equal((0, Noon.AddMinutes(10)), (auction.BidCount, auction.BidsNextAttemptAt));
    }

    [Fact]
    public async Task Without_an_auction_that_is_due_nothing_is_asked_and_nothing_written()
    {
        AnAuction(1).TakeBids([], Noon.AddMinutes(1));
        _contracts.Add(AContract().Listed());

        Assert.True((await ReadAsync()).NothingDue);
        Assert.Empty(_esi.ReceivedCalls());
        Assert.Empty(_market.Writer.ReceivedCalls());
    }

    [Fact]
    public async Task No_more_than_a_hundred_auctions_are_read_at_once()
    {
        for (var id = 1; id <= 101; id++) AnAuction(id);

        Assert.Equal(100, (await ReadAsync()).Missed);
    }

    [Fact]
    public async Task An_auction_that_is_gone_keeps_its_bids_and_waits()
    {
        var auction = AnAuction(1);
        auction.TakeBids([ABid(1, 100)], Noon);

        Assert.Equal(new BidsResult(0, 1), await ReadAsync());
        Assert.Equal((1, 1, Noon.AddMinutes(5)), (auction.BidCount, auction.BidsAttempts, auction.BidsNextAttemptAt));
    }

    [Fact]
    public async Task Every_further_time_without_an_answer_doubles_the_wait()
    {
        var auction = AnAuction(1);
        auction.MissBids(Noon);
        auction.MissBids(Noon);
        _esi.GetBidsAsync(auction.Id, Arg.Any<CancellationToken>()).ThrowsAsync(new EsiUnavailableException("ESI is away."));

        Assert.Equal(new BidsResult(0, 1), await ReadAsync());
        Assert.Equal(Noon.AddMinutes(20), auction.BidsNextAttemptAt);
    }

    [Fact]
    public async Task Malformed_bids_count_as_missed_and_the_others_are_read()
    {
        var senseless = AnAuction(1);
        AnAuction(2);
        Answer(1, Noon.AddHours(1), ABid(2, 100));
        Answer(2, Noon.AddHours(1), ABid(2, 100));

        Assert.Equal(new BidsResult(1, 1), await ReadAsync());
        Assert.Equal((null, Noon.AddMinutes(5)), (senseless.BidCount, senseless.BidsNextAttemptAt!.Value));
    }

    [Fact]
    public async Task An_auction_that_was_closed_meanwhile_is_left_alone()
    {
        AnAuction(1);
        Answer(1, Noon.AddHours(1));
        _market.Auctions.Clear();

        Assert.Equal(new BidsResult(0, 0), await ReadAsync());
    }

    [Fact]
    public async Task While_esi_is_away_the_rest_is_left_for_later_and_the_result_says_so()
    {
        for (var id = 1; id <= 7; id++) AnAuction(id);
        _esi.GetBidsAsync(Arg.Any<ContractId>(), Arg.Any<CancellationToken>()).ThrowsAsync(new EsiUnavailableException("ESI is away."));

        Assert.Equal(new BidsResult(0, 5) { GaveUp = true }, await ReadAsync());
        Assert.Equal(2, _market.Auctions.Count(auction => auction.BidsNextAttemptAt is null));
    }

    [Fact]
    public async Task When_asked_to_stop_it_stores_the_bids_that_it_has()
    {
        using var stop = new CancellationTokenSource();
        var (first, second) = (AnAuction(1), AnAuction(2));
        _esi.GetBidsAsync(first.Id, Arg.Any<CancellationToken>()).Returns(_ =>
        {
            stop.Cancel();
            return new BidsAnswer([ABid(1, 100)], Noon.AddHours(1));
        });

        Assert.Equal(new BidsResult(1, 0), await ReadAsync(stop.Token));
        Assert.Equal((1, null), (first.BidCount, second.BidCount));
    }

    private Contract AnAuction(long id)
    {
        var auction = AContract(ContractType.Auction).With(row => row with { Id = new ContractId(id) }).Listed();
        _contracts.Add(auction);
        _market.Auctions.Add(auction);
        return auction;
    }

    private void Answer(long id, DateTimeOffset expiresAt, params AuctionBid[] bids) =>
        _esi.GetBidsAsync(new ContractId(id), Arg.Any<CancellationToken>()).Returns(new BidsAnswer(bids, expiresAt));

    private static AuctionBid ABid(long contract, decimal isk) => new(new ContractId(contract), (long)isk, Isk.Of(isk), Noon.AddHours(-1));

    private Task<BidsResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var options = Options.Create(new SyncOptions { ItemsAtOnce = 1 });
        var handler = new ReadBidsHandler(
            _esi, _contracts.Reading, _market.Writer, options, new FakeTimeProvider(Noon), NullLogger<ReadBidsHandler>.Instance);
        return handler.Handle(new ReadBids(), cancellationToken);
    }
}
