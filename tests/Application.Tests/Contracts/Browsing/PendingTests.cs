using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;
using HangarBay.Domain.Universe;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts.Browsing;

/// <summary>Contracts whose lines are not read yet (B2).</summary>
public sealed class PendingTests : BrowsingTest
{
    public PendingTests()
    {
        Given(Numbered(1).Titled("rokh").Priced(5).Offering(Known.Rokh), Numbered(2).Titled("rokh").Priced(5), AnAuction(3).Priced(9), ACourier(5));
        Given(Numbered(4).Titled("cheap").Priced(5).SetAside());
    }

    public static TheoryData<BrowseContracts> AskingLines => new()
    {
        new BrowseContracts { TypeIds = [Known.Rokh] },
        new BrowseContracts { CategoryIds = [CategoryId.Ship] },
        new BrowseContracts { GroupIds = [Battleship] },
        new BrowseContracts { IsBpc = true },
        new BrowseContracts { IsBpc = false },
        new BrowseContracts { MinRuns = 0 },
        new BrowseContracts { MaxRuns = 0 },
        new BrowseContracts { MinMe = 0 },
        new BrowseContracts { MaxMe = 0 },
        new BrowseContracts { MinTe = 0 },
        new BrowseContracts { MaxTe = 0 },
        new BrowseContracts { IsShipContract = true },
        new BrowseContracts { IsShipContract = false },
        new BrowseContracts { IsSingle = true },
        new BrowseContracts { IsSingle = false },
        new BrowseContracts { MinUnitPrice = 0 },
        new BrowseContracts { MaxUnitPrice = 0 },
        new BrowseContracts { SortBy = ContractSort.ShipName },
        new BrowseContracts { SortBy = ContractSort.UnitPrice },
    };

    public static TheoryData<BrowseContracts> AskingNoLines => new()
    {
        new BrowseContracts { MaxPrice = 9 },
        new BrowseContracts { RegionIds = [TheForge], SystemIds = [Jita], StationIds = [JitaStation], Security = [SecurityBand.High] },
        new BrowseContracts { SortBy = ContractSort.Price },
    };

    [Theory]
    [MemberData(nameof(AskingLines))]
    public async Task Pending_contracts_are_counted_but_not_listed_where_a_filter_needs_lines(BrowseContracts query)
    {
        var page = await BrowseAsync(query);

        Assert.DoesNotContain(page.Items, row => row.LinesPending);
        Assert.Equal((page.Items.Count, 3), (page.Total, page.Pending));
    }

    [Theory]
    [MemberData(nameof(AskingNoLines))]
    public async Task Pending_contracts_are_listed_where_no_filter_and_no_sort_needs_lines(BrowseContracts query)
    {
        var page = await BrowseAsync(query);

        Assert.Equal([2, 3, 4], page.Items.Where(row => row.LinesPending).Select(row => row.ContractId).Order());
        Assert.Equal(3, page.Pending);
    }

    [Fact]
    public async Task A_search_finds_pending_contracts_by_title_and_counts_all_of_them()
    {
        var page = await BrowseAsync(new BrowseContracts { Search = "rokh" });

        Assert.Equal([1, 2], page.Items.Select(row => row.ContractId).Order());
        Assert.Equal(3, page.Pending);
    }

    [Fact]
    public async Task Pending_contracts_are_counted_if_they_meet_the_filters_that_need_no_lines()
    {
        async Task<int> CountAsync(BrowseContracts query) => (await BrowseAsync(query with { IsBpc = true, Search = "raven" })).Pending;
        Given(Numbered(6).From(Keepstar).In(Delve), Numbered(7).From(null).Rewarded(5).Listed());

        Assert.Equal(5, await CountAsync(new BrowseContracts()));
        Assert.Equal(2, await CountAsync(new BrowseContracts { MaxPrice = 5 }));
        Assert.Equal(1, await CountAsync(new BrowseContracts { MinPrice = 5.01m }));
        Assert.Equal(1, await CountAsync(new BrowseContracts { MinReward = 1 }));
        Assert.Equal(0, await CountAsync(new BrowseContracts { MinCollateral = 0 }));
        Assert.Equal(1, await CountAsync(new BrowseContracts { RegionIds = [Delve] }));
        Assert.Equal(3, await CountAsync(new BrowseContracts { SystemIds = [Jita] }));
        Assert.Equal(1, await CountAsync(new BrowseContracts { StationIds = [Keepstar] }));
        Assert.Equal(1, await CountAsync(new BrowseContracts { Security = [SecurityBand.Null] }));
    }

    [Theory]
    [InlineData(ContractType.ItemExchange, 2)]
    [InlineData(ContractType.Auction, 1)]
    [InlineData(ContractType.Courier, 0)]
    public async Task Pending_contracts_are_counted_within_the_segment(ContractType type, int pending) =>
        Assert.Equal(pending, (await BrowseAsync(new BrowseContracts { ContractTypes = [type] })).Pending);

    [Fact]
    public async Task An_expired_contract_is_not_pending()
    {
        Given(Numbered(6).Expiring(Noon));

        Assert.Equal(3, (await BrowseAsync(new BrowseContracts())).Pending);
    }
}
