using HangarBay.Domain.Contracts;

namespace HangarBay.Domain.Tests.Contracts;

public sealed class ContractBidsTests
{
    [Fact]
    public void The_current_bid_is_the_highest() =>
        Gen.Long[0, 1_000_000].Array[1, 9].Sample(amounts =>
        {
            var auction = AContract(ContractType.Auction).Listed();
            auction.TakeBids([.. amounts.Select((amount, index) => Bid(index, amount))], Noon);
            Assert.Equal((Isk.Of(amounts.Max()), amounts.Length), (auction.CurrentBid, auction.BidCount));
        });

    [Fact]
    public void No_bid_is_a_known_count_of_zero_and_no_current_bid()
    {
        var auction = AContract(ContractType.Auction).Listed();

        auction.TakeBids([], Noon);

        Assert.Equal(0, auction.BidCount);
        Assert.Null(auction.CurrentBid);
    }

    [Fact]
    public void Unread_bids_are_not_counted_as_none() => Assert.Null(AContract(ContractType.Auction).Listed().BidCount);

    [Fact]
    public void Bids_read_again_replace_those_known()
    {
        var auction = AContract(ContractType.Auction).Listed();
        auction.TakeBids([Bid(1, 100)], Noon);

        auction.TakeBids([Bid(1, 100), Bid(2, 120)], Noon.AddHours(1));

        Assert.Equal([1, 2], auction.Bids.Select(bid => bid.BidId));
        Assert.Equal((Isk.Of(120), Noon.AddHours(1)), (auction.CurrentBid, auction.BidsNextAttemptAt));
    }

    [Fact]
    public void A_known_bid_keeps_its_row()
    {
        var auction = AContract(ContractType.Auction).Listed();
        auction.TakeBids([Bid(1, 100)], Noon);
        var known = auction.Bids.Single();

        auction.TakeBids([Bid(1, 100), Bid(2, 120)], Noon);

        Assert.Same(known, auction.Bids.First());
    }

    [Fact]
    public void Bids_on_another_contract_or_twice_are_refused()
    {
        var auction = AContract(ContractType.Auction).Listed();

        Assert.Throws<DomainException>(() => auction.TakeBids([new AuctionBid(new ContractId(9), 1, Isk.Of(1), Noon)], Noon));
        Assert.Throws<DomainException>(() => auction.TakeBids([Bid(1, 100), Bid(1, 120)], Noon));
        Assert.Null(auction.BidCount);
    }

    [Fact]
    public void Bids_that_could_not_be_read_stay_unchanged_and_are_asked_for_later()
    {
        var auction = AContract(ContractType.Auction).Listed();
        auction.TakeBids([Bid(1, 100)], Noon);

        auction.MissBids(Noon.AddHours(1));
        Assert.Equal((1, 1, Noon.AddHours(1)), (auction.BidsAttempts, auction.BidCount, auction.BidsNextAttemptAt!.Value));

        auction.TakeBids([Bid(1, 100)], Noon);
        Assert.Equal(0, auction.BidsAttempts);
    }

    [Theory]
    [InlineData(ContractType.ItemExchange)]
    [InlineData(ContractType.Courier)]
    [InlineData(ContractType.Loan)]
    [InlineData(ContractType.Unknown)]
    public void Only_auctions_take_bids(ContractType type) =>
        Assert.Throws<DomainException>(() => AContract(type).Listed().TakeBids([Bid(1, 100)], Noon));

    private static AuctionBid Bid(long id, decimal amount) => new(AListedContract().Id, id, Isk.Of(amount), Noon);
}
