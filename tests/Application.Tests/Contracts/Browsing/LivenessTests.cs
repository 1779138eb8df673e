using HangarBay.Application.Contracts.BrowsingContracts;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts.Browsing;

/// <summary>Only live contracts are listed, judged at the market instant (B1).</summary>
public sealed class LivenessTests : BrowsingTest
{
    [Fact]
    public async Task A_contract_that_has_expired_at_the_last_whole_minute_is_not_listed()
    {
        Given(ACourier(1).Expiring(Noon.AddSeconds(-1)), ACourier(2).Expiring(Noon), ACourier(3).Expiring(Noon.AddSeconds(1)), ACourier(4).Expiring(Noon.AddDays(1)));

        var page = await BrowseAsync(new BrowseContracts());

        Assert.Equal([3, 4], page.Items.Select(row => row.ContractId).Order());
        Assert.Equal((2, 2), (page.Total, page.SegmentCounts.Courier));
    }

    [Fact]
    public async Task A_commit_within_the_minute_is_the_new_market_instant()
    {
        Market.ChangedAt = Noon.AddSeconds(20);
        Given(ACourier(1).Expiring(Noon.AddSeconds(20)), ACourier(2).Expiring(Noon.AddSeconds(21)));

        Assert.Equal([2], await FoundAsync(new BrowseContracts()));
    }

    [Fact]
    public async Task A_closed_contract_is_not_listed()
    {
        Given(ACourier(1), ACourier(2));
        Market.Contracts[0].Close(Noon);

        Assert.Equal([2], await FoundAsync(new BrowseContracts()));
    }

    [Fact]
    public async Task A_row_shows_the_time_of_its_regions_last_good_sweep()
    {
        Market.Coverages.Add(ARegionSweptAt(Noon.AddMinutes(-9)));
        Given(ACourier(1).In(TheForge), ACourier(2).In(Delve));

        Assert.Equal([Noon.AddMinutes(-9), null], (await BrowseAsync(new BrowseContracts())).Items.OrderBy(row => row.ContractId).Select(row => row.LastSeenAt));
    }

    [Fact]
    public async Task A_market_without_stored_contracts_lists_nothing()
    {
        var page = await BrowseAsync(new BrowseContracts { Search = "rokh", SystemIds = [Jita], TypeIds = [new(1)], SortBy = ContractSort.ShipName });

        Assert.Empty(page.Items);
        Assert.Equal((0, 0, 0, null), (page.Total, page.Pending, page.UnknownSystemExcluded, page.NextCursor));
        Assert.Equal(new SegmentCounts(0, 0, 0, 0, 0), page.SegmentCounts);
    }
}
