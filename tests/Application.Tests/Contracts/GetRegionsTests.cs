using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.GettingRegions;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Tests.Given;
using HangarBay.Domain.Universe;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts;

/// <summary>The regions that were swept, with how many contracts start in each (B11).</summary>
public sealed class GetRegionsTests
{
    private readonly SettledMarket _market = AMarket();

    public GetRegionsTests()
    {
        _market.Coverages.AddRange([SweptAt(TheForge, Noon.AddMinutes(-9)), SweptAt(Delve, Noon.AddMinutes(-5))]);
        _market.Add(
            Numbered(1).Offering(Known.Rokh), Numbered(2).Offering(Known.Railgun), Numbered(3), AnAuction(4).Offering(Known.Rifter), ACourier(5),
            ACourier(6).Expiring(Noon));
        _market.Add(Numbered(7).Offering(Known.Railgun).In(Delve), Numbered(8, ContractType.Loan).In(Delve), ACourier(9).In(new RegionId(10_000_043)));
    }

    [Fact]
    public async Task A_region_with_a_good_sweep_is_returned_with_its_live_contracts_counted()
    {
        Assert.Equal(
            [
                new RegionEntry(Delve.Value, "Delve", Noon.AddMinutes(-5), 2, new SegmentCounts(1, 0, 0, 1, 0)),
                new RegionEntry(TheForge.Value, "The Forge", Noon.AddMinutes(-9), 5, new SegmentCounts(3, 1, 1, 0, 0)),
            ],
            await GetAsync(new GetRegions()));
    }

    [Fact]
    public async Task Counts_equal_those_of_a_list_with_the_same_filters()
    {
        Assert.Equal([0, 2], (await GetAsync(new GetRegions { IsShipContract = true })).Select(region => region.Total));
        Assert.Equal([new(0, 0, 0, 1, 0), new(1, 1, 1, 0, 0)], (await GetAsync(new GetRegions { IsShipContract = true })).Select(region => region.SegmentCounts));
        Assert.Equal([1, 3], (await GetAsync(new GetRegions { ContractType = ContractType.ItemExchange })).Select(region => region.Total));
        Assert.Equal([1, 1], (await GetAsync(new GetRegions { ContractType = ContractType.ItemExchange, IsShipContract = false })).Select(region => region.Total));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(ContractType.Courier, null)]
    [InlineData(ContractType.ItemExchange, true)]
    [InlineData(null, false)]
    public async Task A_count_is_the_total_of_a_list_of_that_region(ContractType? type, bool? ships)
    {
        foreach (var region in await GetAsync(new GetRegions { ContractType = type, IsShipContract = ships }))
        {
            var page = await new BrowseContractsHandler(_market.Pin).Handle(
                new BrowseContracts { RegionIds = [new RegionId(region.RegionId)], ContractTypes = type is { } one ? [one] : [], IsShipContract = ships }, default);

            Assert.Equal((page.Total, page.SegmentCounts), (region.Total, region.SegmentCounts));
        }
    }

    [Fact]
    public async Task A_region_without_a_good_sweep_is_left_out_but_an_empty_region_is_not()
    {
        _market.Coverages.AddRange([RegionCoverage.Of(new RegionId(10_000_043)), SweptAt(new RegionId(10_000_001), Noon)]);

        var regions = await GetAsync(new GetRegions());

        Assert.Equal([Delve.Value, TheForge.Value, 10_000_001], regions.Select(region => region.RegionId));
        Assert.Equal((null, 0, new SegmentCounts(0, 0, 0, 0, 0)), (regions[2].Name, regions[2].Total, regions[2].SegmentCounts));
    }

    [Fact]
    public async Task Regions_are_sorted_by_name_and_those_without_a_name_come_last_by_id()
    {
        _market.Coverages.AddRange([SweptAt(new RegionId(9), Noon), SweptAt(new RegionId(8), Noon), SweptAt(new RegionId(7), Noon)]);
        _market.Regions.Add(new Region(new RegionId(8), LocalisedName.English("Cache")));

        var regions = await GetAsync(new GetRegions { Lang = Language.De });

        Assert.Equal(["Cache", "Delve", "Die Schmiede", null, null], regions.Select(region => region.Name));
        Assert.Equal([7, 9], regions.Skip(3).Select(region => region.RegionId));
    }

    private static RegionCoverage SweptAt(RegionId region, DateTimeOffset at)
    {
        var coverage = RegionCoverage.Of(region);
        coverage.Complete(at, [], listed: 1, ASchedule());
        return coverage;
    }

    private async Task<IReadOnlyList<RegionEntry>> GetAsync(GetRegions query) => (await new GetRegionsHandler(_market.Pin).Handle(query, default)).Regions;
}
