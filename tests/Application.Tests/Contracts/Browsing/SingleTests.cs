using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain.Tests.Given;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts.Browsing;

/// <summary>Contracts that offer one thing alone, and their unit price (B13).</summary>
public sealed class SingleTests : BrowsingTest
{
    [Fact]
    public async Task Single_is_what_offers_one_key_and_requests_nothing_and_the_rest_is_its_complement()
    {
        GivenAFew();

        Assert.Equal([1, 2, 3, 8], await FoundAsync(new BrowseContracts { IsSingle = true }));
        Assert.Equal([4, 5, 6, 7, 10], await FoundAsync(new BrowseContracts { IsSingle = false }));
    }

    [Fact]
    public async Task Item_filters_look_at_the_key_which_is_the_ship_where_there_is_one()
    {
        GivenAFew();
        Task<IEnumerable<long>> SinglesAsync(BrowseContracts query) => FoundAsync(query with { IsSingle = true });

        Assert.Equal([1], await SinglesAsync(new BrowseContracts { TypeIds = [Known.Railgun] }));
        Assert.Equal([1, 2, 4, 5], await FoundAsync(new BrowseContracts { TypeIds = [Known.Railgun] }));
        Assert.Equal([2], await SinglesAsync(new BrowseContracts { TypeIds = [Known.Rokh] }));
        Assert.Equal([1], await SinglesAsync(new BrowseContracts { CategoryIds = [Known.Module] }));
        Assert.Equal([2, 8], await SinglesAsync(new BrowseContracts { CategoryIds = [Known.Ship] }));
        Assert.Equal([1], await SinglesAsync(new BrowseContracts { GroupIds = [Gun] }));
        Assert.Equal([3], await SinglesAsync(new BrowseContracts { MinRuns = 10, IsBpc = true }));
        Assert.Equal([1, 2, 8], await SinglesAsync(new BrowseContracts { IsBpc = false }));
        // Where several are asked for, item filters look at all that is offered.
        Assert.Equal([4, 5], await FoundAsync(new BrowseContracts { TypeIds = [Known.Railgun], IsSingle = false }));
    }

    [Fact]
    public async Task Facets_count_the_key_alone()
    {
        GivenAFew();

        var facets = (await BrowseAsync(new BrowseContracts { IsSingle = true, Facets = [FacetFamily.Types, FacetFamily.Categories] })).Facets!;

        Assert.Equal(
            [(Known.Rifter.Value, 1), (Known.RifterBlueprint.Value, 1), (Known.Railgun.Value, 1), (Known.Rokh.Value, 1)],
            facets.Types!.Values.Select(value => (value.Id, value.Count)));
        Assert.Equal([(Known.Ship.Value, 2), (Known.Module.Value, 1), (Known.Blueprint.Value, 1)], facets.Categories!.Values.Select(value => (value.Id, value.Count)));
    }

    [Theory]
    [InlineData(null, 20.0, 1, 3)]
    [InlineData(20.0, null, 1, 2, 8)]
    [InlineData(20.0, 20.0, 1)]
    [InlineData(10.0, 10.0, 3)]
    [InlineData(0.0, null, 1, 2, 3, 8)]
    [InlineData(20.01, 99.99)]
    public async Task A_unit_price_is_within_both_bounds(double? min, double? max, params int[] found)
    {
        GivenAFew();

        Assert.Equal(found.Select(id => (long)id), await FoundAsync(new BrowseContracts { MinUnitPrice = (decimal?)min, MaxUnitPrice = (decimal?)max }));
    }

    [Fact]
    public async Task Rows_are_sorted_by_the_unit_price_and_those_without_come_last()
    {
        GivenAFew();

        Assert.Equal([3, 1, 2, 8], (await ShownAsync(new BrowseContracts { SortBy = ContractSort.UnitPrice, SortDirection = SortDirection.Asc })).Take(4));
        Assert.Equal([8, 2, 1, 3, 10, 7, 6, 5, 4], await ShownAsync(new BrowseContracts { SortBy = ContractSort.UnitPrice, SortDirection = SortDirection.Desc }));
    }

    [Fact]
    public async Task An_auctions_unit_price_follows_its_bids()
    {
        Given(AnAuction(1).Priced(1).Offering(Known.Rifter).WithBidsOf(30, 20), AnAuction(2).Priced(25).Offering(Known.Rifter).Build());

        Assert.Equal([2, 1], await ShownAsync(new BrowseContracts { SortBy = ContractSort.UnitPrice, SortDirection = SortDirection.Asc }));
        Assert.Equal([1], await FoundAsync(new BrowseContracts { MinUnitPrice = 30 }));
    }

    private void GivenAFew() => Given(
        Numbered(1).Priced(100).Offering(Known.Railgun, quantity: 5),
        Numbered(2).Priced(100).Offering(Known.Railgun, quantity: 8).Offering(Known.Rokh).Offering(Known.ShieldExtender),
        Numbered(3).Priced(200).OfferingCopy(Known.RifterBlueprint, runs: 10).OfferingCopy(Known.RifterBlueprint, runs: 10),
        Numbered(4).Priced(100).Offering(Known.Railgun).Offering(Known.ShieldExtender),
        Numbered(5).Priced(100).Offering(Known.Railgun).Requesting(Known.Rokh),
        Numbered(6).Priced(100).Offering(Known.Rokh).Offering(Known.Rifter),
        Numbered(7).Rewarded(100).Requesting(Known.Railgun),
        AnAuction(8).Priced(300).Offering(Known.Rifter),
        Numbered(9).Priced(100),
        ACourier(10));
}
