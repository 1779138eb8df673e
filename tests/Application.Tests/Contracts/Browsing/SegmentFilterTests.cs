using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts.Browsing;

/// <summary>The segments as players call them (B12).</summary>
public sealed class SegmentFilterTests : BrowsingTest
{
    private static readonly Gen<BrowseContracts> Query = Gen.Select(
        Gen.Enum<ContractType>().Array[0, 2], Gen.Enum<ContractSegment>().Array[0, 2], Gen.Bool.Nullable(), Gen.Bool.Nullable(),
        Gen.OneOf(
            new BrowseContracts(), new() { MaxPrice = 1 }, new() { TypeIds = [Known.Rokh, Known.Railgun] }, new() { CategoryIds = [CategoryId.Ship] },
            new() { GroupIds = [Gun, Frigate], MaxPrice = 1_000_000 }, new() { Search = "rifter" }, new() { MinRuns = 5 }, new() { SortBy = ContractSort.UnitPrice }),
        (types, segments, copies, single, query) => query with { ContractTypes = types, Segments = segments, IsBpc = copies, IsSingle = single, Size = 100 });

    [Theory]
    [InlineData(ContractSegment.Ships, 1, 2)]
    [InlineData(ContractSegment.Blueprints, 3, 4, 5)]
    [InlineData(ContractSegment.Goods, 6, 7)]
    [InlineData(ContractSegment.Wanted, 8)]
    [InlineData(ContractSegment.Auctions, 9, 10)]
    [InlineData(ContractSegment.Couriers, 11)]
    public async Task A_contract_is_in_the_segment_of_its_type_and_lines(ContractSegment segment, params int[] found)
    {
        GivenAllKinds();

        Assert.Equal(found.Select(id => (long)id), await FoundAsync(new BrowseContracts { Segments = [segment] }));
    }

    [Fact]
    public async Task Every_contract_is_in_one_segment_but_unread_exchanges_loans_and_unknown_ones()
    {
        GivenAllKinds();

        Assert.Equal(Enumerable.Range(1, 11).Select(id => (long)id), await FoundAsync(new BrowseContracts { Segments = Enum.GetValues<ContractSegment>() }));
        Assert.Equal(15, (await BrowseAsync(new BrowseContracts())).Total);
    }

    [Fact]
    public async Task Of_several_segments_one_is_enough_and_the_type_must_be_met_too()
    {
        GivenAllKinds();

        Assert.Equal([1, 2, 11], await FoundAsync(new BrowseContracts { Segments = [ContractSegment.Couriers, ContractSegment.Ships] }));
        Assert.Equal([1, 2], await FoundAsync(new BrowseContracts { Segments = [ContractSegment.Ships], ContractTypes = [ContractType.ItemExchange] }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { Segments = [ContractSegment.Ships], ContractTypes = [ContractType.Auction] }));
    }

    [Fact]
    public async Task The_counts_by_type_lift_the_type_and_not_the_segment()
    {
        GivenAllKinds();

        var page = await BrowseAsync(new BrowseContracts { Segments = [ContractSegment.Ships, ContractSegment.Auctions], ContractTypes = [ContractType.Courier] });

        Assert.Equal(new SegmentCounts(2, 2, 0, 0, 0), page.SegmentCounts);
        Assert.Equal(0, page.Total);
    }

    [Theory]
    [InlineData(ContractSegment.Ships, 2)]
    [InlineData(ContractSegment.Wanted, 2)]
    [InlineData(ContractSegment.Auctions, 1)]
    [InlineData(ContractSegment.Couriers, 0)]
    public async Task Those_still_unread_are_counted_where_they_may_be_of_the_segment(ContractSegment segment, int pending)
    {
        GivenAllKinds();

        Assert.Equal(pending, (await BrowseAsync(new BrowseContracts { Segments = [segment] })).Pending);
    }

    [Fact]
    public async Task Among_the_wanted_item_filters_look_at_requested_lines()
    {
        Given(
            Numbered(1).Requesting(Known.Rokh).Requesting(Known.Railgun), Numbered(2).RequestingCopy(Known.RifterBlueprint), Numbered(3).Requesting(Known.Mystery),
            Numbered(4).Offering(Known.Rokh), Numbered(5).Offering(Known.Railgun).Requesting(Known.Rokh), AnAuction(6).Offering(Known.Rokh));
        Task<IEnumerable<long>> WantedAsync(BrowseContracts query) => FoundAsync(query with { Segments = [ContractSegment.Wanted] });

        Assert.Equal([1], await WantedAsync(new BrowseContracts { TypeIds = [Known.Rokh] }));
        Assert.Equal([3], await WantedAsync(new BrowseContracts { TypeIds = [Known.Mystery] }));
        Assert.Equal([1], await WantedAsync(new BrowseContracts { CategoryIds = [Known.Ship] }));
        Assert.Equal([2], await WantedAsync(new BrowseContracts { CategoryIds = [Known.Blueprint] }));
        Assert.Equal([1], await WantedAsync(new BrowseContracts { GroupIds = [Gun] }));
        Assert.Equal([], await WantedAsync(new BrowseContracts { GroupIds = [Gun], CategoryIds = [Known.Ship] }));
        Assert.Equal([2], await WantedAsync(new BrowseContracts { IsBpc = true }));
        Assert.Equal([1, 3], await WantedAsync(new BrowseContracts { IsBpc = false }));
        Assert.Equal([1], await WantedAsync(new BrowseContracts { Search = "rokh" }));
        Assert.Equal([2], await WantedAsync(new BrowseContracts { Search = "blueprint" }));
        Assert.Equal([], await WantedAsync(new BrowseContracts { Search = "rokh railgun" }));
    }

    [Fact]
    public async Task Beside_other_segments_each_contract_is_asked_the_lines_of_its_own()
    {
        Given(
            Numbered(1).Requesting(Known.Rokh), Numbered(2).Offering(Known.Rokh), Numbered(3).Offering(Known.Rifter).Requesting(Known.Rokh),
            AnAuction(4).Offering(Known.Rokh));

        Assert.Equal([1, 2], await FoundAsync(new BrowseContracts { TypeIds = [Known.Rokh], Segments = [ContractSegment.Wanted, ContractSegment.Ships] }));
        Assert.Equal([1, 2], await FoundAsync(new BrowseContracts { Search = "rokh", Segments = [ContractSegment.Wanted, ContractSegment.Ships] }));
        Assert.Equal([2, 4], await FoundAsync(new BrowseContracts { TypeIds = [Known.Rokh] }));
    }

    [Fact]
    public async Task A_requested_type_has_the_category_that_it_has_now()
    {
        var hull = new TypeId(77);
        Given(Numbered(1).Requesting(hull), Numbered(2).Requesting(Known.Railgun));
        Task<IEnumerable<long>> ShipsAsync() => FoundAsync(new BrowseContracts { Segments = [ContractSegment.Wanted], CategoryIds = [Known.Ship], GroupIds = [Frigate] });
        Assert.Equal([], await ShipsAsync());

        Market.Types.Add(ItemType.Known(hull, LocalisedName.English("Atron"), Frigate, Known.Ship, null, true, null, Noon));

        Assert.Equal([1], await ShipsAsync());
    }

    [Fact]
    public async Task Facets_count_the_six_and_apart_from_them_what_is_in_none()
    {
        GivenAllKinds();

        var facet = (await BrowseAsync(new BrowseContracts { Segments = [ContractSegment.Couriers], Facets = [FacetFamily.Segments] })).Facets!.Segments!;

        Assert.Equal(
            [
                new(ContractSegment.Ships, 2), new(ContractSegment.Blueprints, 3), new(ContractSegment.Goods, 2), new(ContractSegment.Wanted, 1),
                new(ContractSegment.Auctions, 2), new(ContractSegment.Couriers, 1),
            ],
            facet.Values);
        Assert.Equal((2, 2), (facet.Pending, facet.None));
    }

    [Fact]
    public async Task Facets_count_the_segments_under_all_other_filters()
    {
        GivenAllKinds();

        var facet = (await BrowseAsync(new BrowseContracts { ContractTypes = [ContractType.ItemExchange], TypeIds = [Known.Rokh], Facets = [FacetFamily.Segments] }))
            .Facets!.Segments!;

        Assert.Equal([(ContractSegment.Ships, 2), (ContractSegment.Wanted, 1)], facet.Values.Where(value => value.Count > 0).Select(value => (value.Value, value.Count)));
        Assert.Equal((2, 0), (facet.Pending, facet.None));
    }

    [Fact]
    public async Task Facets_of_lines_count_what_is_requested_among_the_wanted()
    {
        Given(Numbered(1).Requesting(Known.Rokh).Requesting(Known.Rokh, recordId: 2).Requesting(Known.Railgun, recordId: 3), Numbered(2).Offering(Known.Rifter));
        FacetFamily[] families = [FacetFamily.Types, FacetFamily.Groups, FacetFamily.Categories];

        var facets = (await BrowseAsync(new BrowseContracts { Segments = [ContractSegment.Wanted], Facets = families })).Facets!;

        Assert.Equal([Known.Railgun.Value, Known.Rokh.Value], facets.Types!.Values.Select(value => value.Id));
        Assert.Equal([Battleship.Value, Gun.Value], facets.Groups!.Values.Select(value => value.Id));
        Assert.Equal([Known.Ship.Value, Known.Module.Value], facets.Categories!.Values.Select(value => value.Id));
        Assert.All([.. facets.Types.Values, .. facets.Groups.Values, .. facets.Categories.Values], value => Assert.Equal(1, value.Count));
    }

    [Fact]
    public async Task Each_number_is_what_a_click_on_it_then_shows() => await Gen.Select(AnyContract.Open.Array[1, 40], Query).SampleAsync(async (contracts, query) =>
    {
        var market = AMarket();
        market.Add(contracts.Select((contract, index) => contract(index + 1)));
        market.Now = Noon.AddDays(-10);
        market.ChangedAt = null;
        async Task<ContractPage> AskAsync(BrowseContracts asked) => await new BrowseContractsHandler(market.Pin).Handle(asked, default);

        var facets = (await AskAsync(query with { Facets = Enum.GetValues<FacetFamily>() })).Facets!;

        Assert.Equal(Enum.GetValues<ContractSegment>(), facets.Segments!.Values.Select(value => value.Value));
        foreach (var (segment, count) in facets.Segments.Values) Assert.Equal((await AskAsync(query with { Segments = [segment] })).Total, count);
        foreach (var type in Known.Types)
        {
            var count = facets.Types!.Values.SingleOrDefault(value => value.Id == type.Value)?.Count ?? 0;
            Assert.Equal((await AskAsync(query with { TypeIds = [type] })).Total, count);
        }

        foreach (var category in (CategoryId[])[Known.Ship, Known.Module, Known.Blueprint])
        {
            var count = facets.Categories!.Values.SingleOrDefault(value => value.Id == category.Value)?.Count ?? 0;
            Assert.Equal((await AskAsync(query with { CategoryIds = [category] })).Total, count);
        }
    });

    private void GivenAllKinds() => Given(
        Numbered(1).Offering(Known.Rokh), Numbered(2).OfferingCopy(Known.RifterBlueprint).Offering(Known.Rokh), Numbered(3).OfferingCopy(Known.RifterBlueprint),
        Numbered(4).Offering(Known.Railgun).Offering(Known.RifterBlueprint), Numbered(5).OfferingCopy(Known.Mystery), Numbered(6).Offering(Known.Railgun),
        Numbered(7).Offering(Known.Mystery).Requesting(Known.Rokh), Numbered(8).Requesting(Known.Rokh), AnAuction(9).Offering(Known.Rifter), AnAuction(10),
        ACourier(11), Numbered(12), Numbered(13), Numbered(14, ContractType.Loan), Numbered(15, ContractType.Unknown));
}
