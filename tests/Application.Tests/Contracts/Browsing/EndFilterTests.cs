using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain.Universe;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts.Browsing;

/// <summary>Filters by the place where a courier ends (B15).</summary>
public sealed class EndFilterTests : BrowsingTest
{
    public EndFilterTests()
    {
        Given(
            ACourier(1).To(JitaStation), ACourier(2).To(RancerStation), ACourier(3).To(Keepstar),
            // Ends of unknown system: not named yet, not public, without a row, not given.
            ACourier(4).To(Outpost), ACourier(5).To(Hidden), ACourier(6).To(Elsewhere), ACourier(7).To(null),
            // Only couriers have an end.
            Numbered(8).To(JitaStation), AnAuction(9).To(JitaStation));
    }

    [Fact]
    public async Task Regions_are_any_of_those_given_by_the_system_of_the_end()
    {
        Assert.Equal([1], await FoundAsync(new BrowseContracts { EndRegionIds = [TheForge] }));
        Assert.Equal([1, 3], await FoundAsync(new BrowseContracts { EndRegionIds = [Delve, TheForge, Delve] }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { EndRegionIds = [new RegionId(1)] }));
    }

    [Fact]
    public async Task Systems_are_any_of_those_given()
    {
        Assert.Equal([1], await FoundAsync(new BrowseContracts { EndSystemIds = [Jita] }));
        Assert.Equal([2, 4], await FoundAsync(new BrowseContracts { EndSystemIds = [Uncharted, Rancer] }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { EndSystemIds = [new SystemId(1)] }));
    }

    [Fact]
    public async Task Stations_are_any_of_those_given_structures_too_and_known_or_not()
    {
        Assert.Equal([1, 3], await FoundAsync(new BrowseContracts { EndStationIds = [JitaStation, Keepstar] }));
        Assert.Equal([5, 6], await FoundAsync(new BrowseContracts { EndStationIds = [Hidden, Elsewhere] }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { EndStationIds = [new LocationId(1)] }));
    }

    [Fact]
    public async Task Security_is_any_of_the_bands_given_and_an_unknown_system_is_of_none()
    {
        Assert.Equal([1], await FoundAsync(new BrowseContracts { EndSecurity = [SecurityBand.High] }));
        Assert.Equal([2], await FoundAsync(new BrowseContracts { EndSecurity = [SecurityBand.Low] }));
        Assert.Equal([3], await FoundAsync(new BrowseContracts { EndSecurity = [SecurityBand.Null] }));
        Assert.Equal([1, 2, 3], await FoundAsync(new BrowseContracts { EndSecurity = [SecurityBand.High, SecurityBand.Low, SecurityBand.Null] }));
    }

    [Fact]
    public async Task Both_ends_are_joined_by_and()
    {
        Given(ACourier(10).From(Keepstar).To(JitaStation), ACourier(11).From(JitaStation).To(Keepstar));

        Assert.Equal([10], await FoundAsync(new BrowseContracts { Security = [SecurityBand.Null], EndSecurity = [SecurityBand.High] }));
        Assert.Equal([3, 11], await FoundAsync(new BrowseContracts { SystemIds = [Jita], EndRegionIds = [Delve] }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { EndSystemIds = [Jita], EndStationIds = [Keepstar] }));
    }

    [Fact]
    public async Task A_start_of_unknown_system_is_counted_and_an_end_of_unknown_system_is_not()
    {
        Given(ACourier(10).From(Hidden).To(JitaStation));

        Assert.Null((await BrowseAsync(new BrowseContracts { EndSystemIds = [Jita] })).UnknownSystemExcluded);
        Assert.Equal(1, (await BrowseAsync(new BrowseContracts { SystemIds = [Jita], EndSystemIds = [Jita] })).UnknownSystemExcluded);
    }

    [Fact]
    public async Task A_place_that_becomes_known_moves_the_couriers_that_end_there()
    {
        var query = new BrowseContracts { EndSystemIds = [Fortress], EndRegionIds = [Delve], EndSecurity = [SecurityBand.Null] };
        Assert.Equal([3], await FoundAsync(query));

        Market.Places.Add(Location.Known(Elsewhere, "Found", Fortress, Noon));

        Assert.Equal([3, 6], await FoundAsync(query));
    }
}
