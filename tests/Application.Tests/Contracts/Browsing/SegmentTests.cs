using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Tests.Given;
using HangarBay.Domain.Universe;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts.Browsing;

/// <summary>How many rows each segment would show (B10).</summary>
public sealed class SegmentTests : BrowsingTest
{
    private static readonly Gen<BrowseContracts> Query = Gen.Select(
        Gen.Enum<ContractType>().Array[0, 2], Gen.Bool.Nullable(), Gen.Bool.Nullable(), Gen.Enum<ContractSort>(),
        Gen.OneOf(
            new BrowseContracts(), new() { MaxPrice = 1 }, new() { TypeIds = [Known.Rokh, Known.Railgun] }, new() { Security = [SecurityBand.High] },
            new() { RegionIds = [TheForge] }, new() { Search = "rifter" }, new() { CategoryIds = [CategoryId.Ship], MaxPrice = 1_000_000 }),
        Gen.Enum<ContractSegment>().Array[0, 2], Gen.Bool.Nullable(),
        (types, ships, copies, sort, query, segments, single) =>
            query with { ContractTypes = types, IsShipContract = ships, IsBpc = copies, SortBy = sort, Size = 100, Segments = segments, IsSingle = single });

    [Fact]
    public async Task Segment_counts_ignore_the_segment_filter_and_the_total_applies_every_filter()
    {
        GivenAllKinds();

        var page = await BrowseAsync(new BrowseContracts { ContractTypes = [ContractType.Auction] });

        Assert.Equal(new SegmentCounts(3, 2, 1, 1, 1), page.SegmentCounts);
        Assert.Equal(2, page.Total);
    }

    [Fact]
    public async Task Segment_counts_ignore_the_ships_filter_only_where_a_segment_has_no_lines()
    {
        GivenAllKinds();

        var page = await BrowseAsync(new BrowseContracts { IsShipContract = true });

        Assert.Equal(new SegmentCounts(1, 1, 1, 1, 1), page.SegmentCounts);
        Assert.Equal(2, page.Total);
    }

    [Fact]
    public async Task Segment_counts_apply_every_other_filter()
    {
        GivenAllKinds();

        var page = await BrowseAsync(new BrowseContracts { TypeIds = [Known.Railgun], ContractTypes = [ContractType.Courier], IsShipContract = false });

        Assert.Equal(new SegmentCounts(1, 0, 0, 0, 0), page.SegmentCounts);
        Assert.Equal(0, page.Total);
    }

    [Fact]
    public async Task Each_count_is_the_total_after_a_click_on_it() => await Gen.Select(AnyContract.Open.Array[1, 40], Query).SampleAsync(async (contracts, query) =>
    {
        var market = AMarket();
        market.Add(contracts.Select((contract, index) => contract(index + 1)));
        market.Now = Noon.AddDays(-10);
        market.ChangedAt = null;
        async Task<int> ClickAsync(ContractType type)
        {
            var clicked = query with { ContractTypes = [type], IsShipContract = type.BearsLines() ? query.IsShipContract : null };
            var shown = await new BrowseContractsHandler(market.Pin).Handle(clicked, default);
            Assert.Equal(shown.Total, shown.Items.Count(row => row.Type == type));
            return shown.Total;
        }

        var page = await new BrowseContractsHandler(market.Pin).Handle(query, default);

        var expected = new SegmentCounts(
            await ClickAsync(ContractType.ItemExchange), await ClickAsync(ContractType.Auction), await ClickAsync(ContractType.Courier),
            await ClickAsync(ContractType.Loan), await ClickAsync(ContractType.Unknown));
        Assert.Equal(expected, page.SegmentCounts);
        Assert.Equal(page.Total, page.Items.Count);
    });

    [Fact]
    public async Task A_page_shows_what_the_sweeps_covered()
    {
        Market.Coverages.AddRange([ARegionSweptAt(Noon.AddMinutes(-9)), RegionCoverage.Of(Delve)]);

        var coverage = (await BrowseAsync(new BrowseContracts { Lang = Language.De })).Coverage;

        Assert.Equal(("live", Noon.AddMinutes(-9), 2), (coverage.Source, coverage.AsOf, coverage.RegionsTried));
        Assert.Equal([TheForge.Value], coverage.IngestedRegionIds);
        Assert.Equal([new(TheForge.Value, "Die Schmiede", Noon.AddMinutes(-9))], coverage.Regions);
    }

    private void GivenAllKinds() => Given(
        Numbered(1).Offering(Known.Rokh), Numbered(2).Offering(Known.Railgun), Numbered(3), AnAuction(4).Offering(Known.Rifter), AnAuction(5), ACourier(6),
        Numbered(7, ContractType.Loan), Numbered(8, ContractType.Unknown));
}
