using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.CountingContracts;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;
using HangarBay.Domain.Universe;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts;

/// <summary>How many live contracts meet the filters.</summary>
public sealed class CountContractsTests
{
    private readonly SettledMarket _market = AMarket();

    public static TheoryData<BrowseContracts> Questions => new()
    {
        new BrowseContracts(),
        new BrowseContracts { Search = "rokh" },
        new BrowseContracts { TypeIds = [Known.Rokh] },
        new BrowseContracts { IsShipContract = true },
        new BrowseContracts { IsShipContract = false, ContractTypes = [ContractType.ItemExchange] },
        new BrowseContracts { ContractTypes = [ContractType.Courier, ContractType.Auction] },
        new BrowseContracts { SystemIds = [Jita], IsBpc = false },
        new BrowseContracts { EndsWithin = 1 },
        new BrowseContracts { Since = Noon.AddHours(-1) },
        new BrowseContracts { RegionIds = [new RegionId(1)] },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task It_is_the_total_of_the_list(BrowseContracts filters)
    {
        _market.Add(
            Numbered(1).Titled("rokh").Offering(Known.Rokh), Numbered(2).Offering(Known.Railgun), Numbered(3), AnAuction(4).Offering(Known.Rifter), ACourier(5).Titled("Rokh"),
            ACourier(6).From(Keepstar).Expiring(Noon.AddMinutes(30)), ACourier(7).Expiring(Noon));
        _market.Add(Contract.FromListing(ACourier(8).Row, TheForge, Noon));

        var list = await new BrowseContractsHandler(_market.Pin).Handle(filters, default);

        Assert.Equal(list.Total, (await CountAsync(filters)).Total);
    }

    [Fact]
    public async Task It_ignores_the_page_and_a_sort_that_needs_lines()
    {
        _market.Add(Numbered(1), Numbered(2).Offering(Known.Rokh), ACourier(3));

        Assert.Equal(3, (await CountAsync(new BrowseContracts { SortBy = ContractSort.ShipName, Page = 7, Size = 1, Cursor = "nonsense" })).Total);
    }

    [Fact]
    public async Task It_is_as_of_the_last_change_and_of_none_where_nothing_was_stored()
    {
        Assert.Equal(new ContractCount(0, Noon.AddHours(-1)), await CountAsync(new BrowseContracts()));

        _market.ChangedAt = null;
        Assert.Equal(new ContractCount(0, null), await CountAsync(new BrowseContracts()));
    }

    [Fact]
    public async Task A_count_that_nobody_waits_for_any_more_is_broken_off()
    {
        _market.Add(Numbered(1));
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            new CountContractsHandler(_market.Pin).Handle(new CountContracts { Filters = new BrowseContracts() }, given.Token));
    }

    [Fact]
    public void Its_key_is_of_the_filters_and_is_no_lists()
    {
        static string? KeyOf(BrowseContracts filters) => new CountContracts { Filters = filters }.Key;
        var filters = new BrowseContracts { MinPrice = 1, Lang = Language.De };

        Assert.Equal(KeyOf(filters), KeyOf(filters with { MinPrice = 1.0m }));
        Assert.NotEqual(KeyOf(filters), KeyOf(filters with { MinPrice = 2 }));
        Assert.NotEqual(KeyOf(filters), filters.Key);
        Assert.Null(KeyOf(filters with { Unreadable = [new UnreadableParameter("MinPrice", "This is an amount.")] }));
    }

    [Fact]
    public void What_the_list_refuses_is_refused_by_its_name()
    {
        var errors = new CountContractsValidator().Validate(new CountContracts { Filters = new BrowseContracts { MinPrice = -1, EndsWithin = 0 } }).Errors;

        Assert.Equal([nameof(BrowseContracts.EndsWithin), nameof(BrowseContracts.MinPrice)], errors.Select(error => error.PropertyName).Order());
    }

    private Task<ContractCount> CountAsync(BrowseContracts filters) =>
        new CountContractsHandler(_market.Pin).Handle(new CountContracts { Filters = filters }, default);
}
