using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain.Tests.Given;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts.Browsing;

/// <summary>
/// Ranges of price, collateral and reward (B5). Both bounds are included, and a contract without the value is in no range.
/// </summary>
public sealed class AmountFilterTests : BrowsingTest
{
    private const decimal Highest = 92_233_720_368_547_758.07m;

    [Theory]
    [InlineData(100.0, 100.0, 1, 3)]
    [InlineData(null, 100.01, 1, 2, 3, 6)]
    [InlineData(100.01, null, 2, 4, 7)]
    [InlineData(null, 99.99, 6)]
    [InlineData(0.0, null, 1, 2, 3, 4, 6, 7)]
    [InlineData(0.0, 0.0, 6)]
    [InlineData(200.01, 1e12)]
    public async Task A_price_is_within_both_bounds_of_an_auction_by_its_current_bid(double? min, double? max, params int[] found)
    {
        Given(Numbered(1).Priced(100), Numbered(2).Priced(100.01m), Numbered(6).Priced(0), Numbered(7).Priced(Highest));
        Given(AnAuction(3).Priced(1).WithBidsOf(100, 50), AnAuction(4).Priced(100).WithBidsOf(200));
        // A want-to-buy and a courier; neither has a price.
        Given(Numbered(5).Rewarded(100).Requesting(Known.Rokh), ACourier(8).Rewarded(100));

        Assert.Equal(found.Select(id => (long)id), await FoundAsync(new BrowseContracts { MinPrice = (decimal?)min, MaxPrice = (decimal?)max }));
    }

    [Fact]
    public async Task An_auction_without_a_bid_has_its_starting_price()
    {
        Given(AnAuction(1).Priced(100).WithBidsOf(), AnAuction(2).Priced(100).Listed(), AnAuction(3).Priced(99).Listed());

        Assert.Equal([1, 2], await FoundAsync(new BrowseContracts { MinPrice = 100 }));
    }

    [Theory]
    [InlineData(5.0, 5.0, 2)]
    [InlineData(null, 5.0, 1, 2)]
    [InlineData(5.01, null, 3)]
    [InlineData(0.0, null, 1, 2, 3)]
    [InlineData(5.02, null)]
    public async Task A_collateral_is_within_both_bounds(double? min, double? max, params int[] found)
    {
        Given(
            ACourier(1).With(row => row with { Collateral = 0 }), ACourier(2).With(row => row with { Collateral = 5 }),
            ACourier(3).With(row => row with { Collateral = 5.01m }), ACourier(4).Rewarded(5), Numbered(5).Priced(5).With(row => row with { Collateral = 5 }));

        Assert.Equal(found.Select(id => (long)id), await FoundAsync(new BrowseContracts { MinCollateral = (decimal?)min, MaxCollateral = (decimal?)max }));
    }

    [Theory]
    [InlineData(5.0, 5.0, 2, 5)]
    [InlineData(null, 5.0, 1, 2, 5)]
    [InlineData(5.01, null, 3)]
    [InlineData(0.0, null, 1, 2, 3, 5)]
    [InlineData(5.02, null)]
    public async Task A_reward_is_within_both_bounds(double? min, double? max, params int[] found)
    {
        Given(
            ACourier(1).Rewarded(0), ACourier(2).Rewarded(5), ACourier(3).Rewarded(5.01m), ACourier(4).With(row => row with { Collateral = 5 }),
            Numbered(5).Rewarded(5).Requesting(Known.Rokh), Numbered(6).Priced(5));

        Assert.Equal(found.Select(id => (long)id), await FoundAsync(new BrowseContracts { MinReward = (decimal?)min, MaxReward = (decimal?)max }));
    }

    [Fact]
    public async Task The_highest_possible_amount_works_as_a_bound()
    {
        Given(Numbered(1).Priced(Highest), Numbered(2).Priced(Highest - 0.01m));

        Assert.Equal([1], await FoundAsync(new BrowseContracts { MinPrice = Highest }));
        Assert.Equal([2], await FoundAsync(new BrowseContracts { MaxPrice = Highest - 0.01m }));
        Assert.Equal([1, 2], await FoundAsync(new BrowseContracts { MaxPrice = Highest }));
    }

    [Fact]
    public async Task Ranges_of_different_terms_are_joined_by_and()
    {
        Given(
            ACourier(1).Rewarded(5).With(row => row with { Collateral = 5 }), ACourier(2).Rewarded(5).With(row => row with { Collateral = 6 }),
            ACourier(3).Rewarded(6).With(row => row with { Collateral = 5 }));

        Assert.Equal([1], await FoundAsync(new BrowseContracts { MaxReward = 5, MaxCollateral = 5 }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { MaxReward = 5, MaxPrice = 5 }));
    }

    [Fact]
    public async Task Two_adjacent_ranges_together_find_every_contract_with_a_value()
    {
        decimal[] prices = [0, 0.01m, 1, 99.99m, 100, 100.01m, Highest];
        Given(prices.Select((price, index) => Numbered(index + 1).Priced(price)).Append(ACourier(100)));

        foreach (var price in prices.SkipLast(1))
        {
            var (upTo, from) = (await FoundAsync(new BrowseContracts { MaxPrice = price }), await FoundAsync(new BrowseContracts { MinPrice = price + 0.01m }));

            Assert.Equal(Enumerable.Range(1, prices.Length).Select(id => (long)id), upTo.Concat(from));
        }
    }
}
