using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;

namespace HangarBay.Domain.Tests.Contracts;

/// <summary>M12: which term belongs to which type.</summary>
public sealed class ContractTermsTests
{
    [Theory]
    [InlineData(ContractType.ItemExchange, true)]
    [InlineData(ContractType.Auction, true)]
    [InlineData(ContractType.Courier, false)]
    [InlineData(ContractType.Loan, false)]
    [InlineData(ContractType.Unknown, false)]
    public void Price_belongs_to_exchanges_and_auctions(ContractType type, bool has) =>
        Assert.Equal(has ? Isk.Of(100) : null, WithEveryTerm(type).Price);

    [Theory]
    [InlineData(ContractType.ItemExchange, false)]
    [InlineData(ContractType.Auction, true)]
    [InlineData(ContractType.Courier, false)]
    [InlineData(ContractType.Loan, false)]
    [InlineData(ContractType.Unknown, false)]
    public void Buyout_belongs_to_auctions(ContractType type, bool has) =>
        Assert.Equal(has ? Isk.Of(200) : null, WithEveryTerm(type).Buyout);

    [Theory]
    [InlineData(ContractType.ItemExchange, false)]
    [InlineData(ContractType.Auction, false)]
    [InlineData(ContractType.Courier, true)]
    [InlineData(ContractType.Loan, false)]
    [InlineData(ContractType.Unknown, false)]
    public void Collateral_days_and_the_end_belong_to_couriers(ContractType type, bool has)
    {
        var contract = WithEveryTerm(type);

        Assert.Equal(has ? Isk.Of(300) : null, contract.Collateral);
        Assert.Equal(has ? 5 : null, contract.DaysToComplete);
        Assert.Equal(has ? AListedContractWithEveryTerm(type).EndLocationId : null, contract.EndLocationId);
    }

    [Theory]
    [InlineData(ContractType.Auction, false)]
    [InlineData(ContractType.Courier, true)]
    [InlineData(ContractType.Loan, false)]
    [InlineData(ContractType.Unknown, false)]
    public void Reward_belongs_to_couriers_but_not_to_other_types_without_want_to_buys(ContractType type, bool has) =>
        Assert.Equal(has ? Isk.Of(400) : null, WithEveryTerm(type).Reward);

    [Fact]
    public void A_term_that_was_not_sent_is_never_zero() =>
        Gen.Enum<ContractType>().Sample(type =>
        {
            var contract = AContract(type).Listed();
            Assert.All([contract.Price, contract.Buyout, contract.Collateral, contract.Reward], Assert.Null);
            Assert.Null(contract.DaysToComplete);
            Assert.Null(contract.RewardPerVolume);
        });

    [Fact]
    public void A_buyout_of_zero_is_none() =>
        Assert.Null(AContract(AListedContractWithEveryTerm(ContractType.Auction) with { Buyout = 0 }).Listed().Buyout);

    [Fact]
    public void A_starting_bid_of_zero_is_a_starting_bid() =>
        Assert.Equal(Isk.Of(0), AContract(ContractType.Auction).Priced(0).Listed().Price);

    [Fact]
    public void A_courier_may_ask_no_collateral_and_pay_nothing()
    {
        var courier = AContract(AListedContractWithEveryTerm(ContractType.Courier) with { Collateral = 0, Reward = 0 }).Listed();

        Assert.Equal((Isk.Of(0), Isk.Of(0)), (courier.Collateral, courier.Reward));
    }

    [Fact]
    public void An_exchange_that_sells_for_nothing_has_a_price_of_zero_and_no_reward()
    {
        var gift = AContract().Priced(0).Rewarded(0).Offering(Known.Rokh).Build();

        Assert.Equal(Isk.Of(0), gift.Price);
        Assert.Null(gift.Reward);
    }

    [Fact]
    public void A_pending_exchange_that_pays_and_asks_no_price_is_shown_with_its_reward_alone()
    {
        var pending = AContract().Priced(0).Rewarded(400).Listed();

        Assert.Null(pending.Price);
        Assert.Equal(Isk.Of(400), pending.Reward);
    }

    [Fact]
    public void A_pending_exchange_with_price_and_reward_keeps_both_until_its_lines_are_read()
    {
        var pending = AContract().Priced(100).Rewarded(400).Listed();

        Assert.Equal((Isk.Of(100), Isk.Of(400)), (pending.Price, pending.Reward));
    }

    [Fact]
    public void A_want_to_buy_has_a_reward_and_no_price_once_its_lines_are_read()
    {
        var wanted = AContract().Priced(100).Rewarded(400).Requesting(Known.Rokh).Build();

        Assert.True(wanted.IsWantToBuy);
        Assert.Null(wanted.Price);
        Assert.Equal(Isk.Of(400), wanted.Reward);
    }

    [Fact]
    public void A_want_to_buy_that_pays_nothing_has_no_reward()
    {
        var wanted = AContract().Priced(0).Rewarded(0).Requesting(Known.Rokh).Build();

        Assert.Null(wanted.Price);
        Assert.Null(wanted.Reward);
    }

    [Fact]
    public void An_exchange_that_turns_out_to_sell_has_its_price_and_keeps_a_reward()
    {
        var sold = AContract().Priced(100).Rewarded(400).With(row => row with { Volume = 80 }).Offering(Known.Rokh).Requesting(Known.Railgun).Build();

        Assert.Equal((Isk.Of(100), Isk.Of(400)), (sold.Price, sold.Reward));
        Assert.Equal(5, sold.RewardPerVolume);
    }

    [Fact]
    public void An_exchange_that_pays_nothing_has_no_reward() =>
        Assert.Null(AContract().Priced(100).Rewarded(0).Offering(Known.Rokh).Requesting(Known.Railgun).Build().Reward);

    [Fact]
    public void An_exchange_that_pays_to_be_rid_of_its_items_has_a_price_of_zero_and_its_reward()
    {
        var paying = AContract().Priced(0).Rewarded(400).Offering(Known.Rokh).Build();

        Assert.Equal((Isk.Of(0), Isk.Of(400)), (paying.Price, paying.Reward));
    }

    [Fact]
    public void An_auction_without_offered_lines_keeps_its_starting_bid() =>
        Assert.Equal(Isk.Of(100), AContract(ContractType.Auction).Priced(100).Requesting(Known.Rokh).Build().Price);

    [Fact]
    public void Terms_are_the_same_whether_the_row_comes_before_the_lines_or_after() =>
        Gen.Select(Any.Row, Any.Lines).Where((row, _) => row.Type.BearsLines()).Sample((row, lines) =>
        {
            var listedOnce = AContract(row).Listed();
            listedOnce.TakeLines(lines, Known.Catalogue);
            var listedAgain = AContract(AListedContract(row.Type)).Listed();
            listedAgain.TakeLines(lines, Known.Catalogue);
            listedAgain.Relist(row);

            Assert.Equal(Terms(listedOnce), Terms(listedAgain));
        });

    [Fact]
    public void Reward_per_volume_is_the_quotient() => Assert.Equal(5, WithEveryTerm(ContractType.Courier).RewardPerVolume);

    [Theory]
    [InlineData(null)]
    [InlineData(0.0)]
    [InlineData(1e-310)]
    public void There_is_no_reward_per_volume_where_there_is_no_volume_to_speak_of(double? volume) =>
        Assert.Null(AContract(AListedContractWithEveryTerm(ContractType.Courier) with { Volume = volume }).Listed().RewardPerVolume);

    [Fact]
    public void Reward_per_volume_is_a_number_whenever_it_is_there() =>
        Any.Row.Sample(row =>
        {
            var contract = AContract(row).Listed();
            var expected = contract.Reward is { } reward && contract.Volume is > 0 ? (double)reward.Amount / contract.Volume : null;
            Assert.Equal(expected, contract.RewardPerVolume);
            Assert.True(contract.RewardPerVolume is null || double.IsFinite(contract.RewardPerVolume.Value));
        });

    private static Contract WithEveryTerm(ContractType type) => AContract(AListedContractWithEveryTerm(type)).Listed();

    private static object Terms(Contract contract) =>
        (contract.Price, contract.Buyout, contract.Collateral, contract.Reward, contract.RewardPerVolume, contract.DaysToComplete);
}
