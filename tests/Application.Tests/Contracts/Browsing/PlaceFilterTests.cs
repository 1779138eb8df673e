using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;
using HangarBay.Domain.Universe;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts.Browsing;

/// <summary>Filters by the place where a contract starts (B6).</summary>
public sealed class PlaceFilterTests : BrowsingTest
{
    public PlaceFilterTests()
    {
        Given(
            ACourier(1).From(JitaStation).In(TheForge), ACourier(2).From(RancerStation).In(Delve), ACourier(3).From(Keepstar).In(Delve),
            // Places of unknown system: not named yet, not public, without a row, not given.
            ACourier(4).From(Outpost).In(TheForge), ACourier(5).From(Hidden).In(TheForge), ACourier(6).From(Elsewhere).In(Delve), ACourier(7).From(null).In(TheForge));
    }

    [Fact]
    public async Task Regions_are_any_of_those_given()
    {
        Assert.Equal([1, 4, 5, 7], await FoundAsync(new BrowseContracts { RegionIds = [TheForge] }));
        Assert.Equal([2, 3, 6], await FoundAsync(new BrowseContracts { RegionIds = [Delve, new RegionId(1)] }));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], await FoundAsync(new BrowseContracts { RegionIds = [TheForge, Delve, TheForge] }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { RegionIds = [new RegionId(1)] }));
    }

    [Fact]
    public async Task Systems_are_any_of_those_given()
    {
        Assert.Equal([1], await FoundAsync(new BrowseContracts { SystemIds = [Jita] }));
        Assert.Equal([2, 3], await FoundAsync(new BrowseContracts { SystemIds = [Fortress, Rancer] }));
        Assert.Equal([4], await FoundAsync(new BrowseContracts { SystemIds = [Uncharted] }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { SystemIds = [new SystemId(1)] }));
    }

    [Fact]
    public async Task Stations_are_any_of_those_given_structures_too_and_known_or_not()
    {
        Assert.Equal([1, 3], await FoundAsync(new BrowseContracts { StationIds = [JitaStation, Keepstar] }));
        Assert.Equal([5, 6], await FoundAsync(new BrowseContracts { StationIds = [Hidden, Elsewhere] }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { StationIds = [new LocationId(1)] }));
    }

    [Fact]
    public async Task Security_is_any_of_the_bands_given_and_an_unknown_system_is_of_none()
    {
        Assert.Equal([1], await FoundAsync(new BrowseContracts { Security = [SecurityBand.High] }));
        Assert.Equal([2], await FoundAsync(new BrowseContracts { Security = [SecurityBand.Low] }));
        Assert.Equal([3], await FoundAsync(new BrowseContracts { Security = [SecurityBand.Null] }));
        Assert.Equal([1, 2, 3], await FoundAsync(new BrowseContracts { Security = [SecurityBand.High, SecurityBand.Low, SecurityBand.Null] }));
    }

    [Fact]
    public async Task Places_are_joined_by_and()
    {
        Assert.Equal([3], await FoundAsync(new BrowseContracts { RegionIds = [Delve], Security = [SecurityBand.High, SecurityBand.Null] }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { SystemIds = [Jita], StationIds = [Keepstar] }));
    }

    [Fact]
    public async Task No_filter_of_the_start_looks_at_the_place_where_a_contract_ends()
    {
        Market.Contracts.Clear();
        Given(ACourier(1).From(RancerStation).With(row => row with { EndLocationId = JitaStation }));

        Assert.Equal([], await FoundAsync(new BrowseContracts { SystemIds = [Jita] }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { StationIds = [JitaStation] }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { Security = [SecurityBand.High] }));
    }

    [Fact]
    public async Task Contracts_of_unknown_systems_are_counted_only_with_a_filter_by_system()
    {
        Assert.Equal(3, (await BrowseAsync(new BrowseContracts { SystemIds = [Jita] })).UnknownSystemExcluded);
        Assert.Null((await BrowseAsync(new BrowseContracts { StationIds = [JitaStation], Security = [SecurityBand.High] })).UnknownSystemExcluded);
    }

    [Fact]
    public async Task Contracts_of_unknown_systems_are_counted_only_if_they_meet_the_other_filters()
    {
        async Task<int?> CountAsync(BrowseContracts query) => (await BrowseAsync(query with { SystemIds = [Jita] })).UnknownSystemExcluded;
        Given(Numbered(8).Offering(Known.Rokh).From(null), AnAuction(9).From(Hidden), Numbered(10).Offering(Known.Railgun).From(null));

        Assert.Equal(6, await CountAsync(new BrowseContracts()));
        Assert.Equal(1, await CountAsync(new BrowseContracts { RegionIds = [Delve] }));
        Assert.Equal(2, await CountAsync(new BrowseContracts { StationIds = [Hidden] }));
        Assert.Equal(0, await CountAsync(new BrowseContracts { Security = [SecurityBand.High] }));
        Assert.Equal(1, await CountAsync(new BrowseContracts { ContractTypes = [ContractType.Auction] }));
        Assert.Equal(1, await CountAsync(new BrowseContracts { IsShipContract = true }));
        // The auction's lines are unread.
        Assert.Equal(0, await CountAsync(new BrowseContracts { ContractTypes = [ContractType.Auction], IsShipContract = false }));
        Assert.Equal(5, await CountAsync(new BrowseContracts { SortBy = ContractSort.ShipName }));
    }

    [Fact]
    public async Task A_place_that_becomes_known_moves_the_contracts_that_start_there()
    {
        var query = new BrowseContracts { SystemIds = [Rancer], Security = [SecurityBand.Low] };
        Assert.Equal([2], await FoundAsync(query));

        Market.Places.Add(Location.Known(Elsewhere, "Found", Rancer, Noon));

        Assert.Equal([2, 6], await FoundAsync(query));
        Assert.Equal(2, (await BrowseAsync(query with { Security = [] })).UnknownSystemExcluded);
    }
}
