using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts.Browsing;

/// <summary>The order of rows (B8).</summary>
public sealed class SortTests : BrowsingTest
{
    private const decimal Highest = 92_233_720_368_547_758.07m;

    /// <summary>A contract with this rank in the sort; null: without a sort value.</summary>
    private static readonly Dictionary<ContractSort, Func<long, int?, Contract>> Ranked = new()
    {
        [ContractSort.DateIssued] = (id, rank) => ACourier(id).With(row => row with { DateIssued = Noon.AddDays(-10).AddSeconds(rank!.Value) }).Listed(),
        [ContractSort.DateExpired] = (id, rank) => ACourier(id).Expiring(Noon.AddHours(1).AddSeconds(rank!.Value)).Listed(),
        [ContractSort.Price] = (id, rank) => rank is { } price ? Numbered(id).Priced(price).Listed() : ACourier(id).Listed(),
        [ContractSort.Buyout] = (id, rank) => AnAuction(id).Priced(1).With(row => row with { Buyout = rank + 1 }).Listed(),
        [ContractSort.Collateral] = (id, rank) => ACourier(id).With(row => row with { Collateral = rank }).Listed(),
        [ContractSort.Reward] = (id, rank) => ACourier(id).With(row => row with { Reward = rank }).Listed(),
        [ContractSort.RewardPerVolume] = (id, rank) => ACourier(id).With(row => row with { Reward = rank ?? 1, Volume = rank is null ? 0 : 3 }).Listed(),
        [ContractSort.Volume] = (id, rank) => ACourier(id).With(row => row with { Volume = rank / 10.0 }).Listed(),
        [ContractSort.DaysToComplete] = (id, rank) => ACourier(id).With(row => row with { DaysToComplete = rank }).Listed(),
        [ContractSort.UnitPrice] = (id, rank) => rank is { } price
            ? Numbered(id).Priced(price * 5).Offering(Known.Railgun, quantity: 5).Build()
            : Numbered(id).Priced(1).Offering(Known.Railgun).Offering(Known.ShieldExtender).Build(),
        [ContractSort.ShipName] = (id, rank) => Numbered(id).Offering(rank switch { null => Known.Railgun, 0 => Known.Rifter, _ => Known.Rokh }).Build(),
    };

    public static TheoryData<ContractSort> Sorts => [.. Enum.GetValues<ContractSort>()];

    public static TheoryData<ContractSort> SortsWithNulls => [.. Enum.GetValues<ContractSort>().Except([ContractSort.DateIssued, ContractSort.DateExpired])];

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task Rows_are_in_order_both_ways_and_ties_are_broken_by_id_in_the_direction_of_the_sort(ContractSort sort)
    {
        Given([Of(sort, 4, 0), Of(sort, 3, 1), Of(sort, 1, 1), Of(sort, 2, 0)]);

        Assert.Equal([2, 4, 1, 3], await ShownAsync(new BrowseContracts { SortBy = sort, SortDirection = SortDirection.Asc }));
        Assert.Equal([3, 1, 4, 2], await ShownAsync(new BrowseContracts { SortBy = sort, SortDirection = SortDirection.Desc }));
    }

    [Theory]
    [MemberData(nameof(SortsWithNulls))]
    public async Task Rows_without_the_value_come_last_both_ways(ContractSort sort)
    {
        Given([Of(sort, 1, null), Of(sort, 2, 1), Of(sort, 4, null), Of(sort, 3, 0)]);

        Assert.Equal([3, 2, 1, 4], await ShownAsync(new BrowseContracts { SortBy = sort, SortDirection = SortDirection.Asc }));
        Assert.Equal([2, 3, 4, 1], await ShownAsync(new BrowseContracts { SortBy = sort, SortDirection = SortDirection.Desc }));
    }

    [Fact]
    public async Task The_newest_come_first_by_default()
    {
        Given([Of(ContractSort.DateIssued, 1, 5), Of(ContractSort.DateIssued, 2, 7), Of(ContractSort.DateIssued, 3, 6)]);

        Assert.Equal([2, 3, 1], await ShownAsync(new BrowseContracts()));
    }

    [Fact]
    public async Task An_auctions_price_is_its_current_bid_where_it_has_one()
    {
        Given(AnAuction(1).Priced(1).WithBidsOf(30, 20), AnAuction(2).Priced(10).WithBidsOf(), Numbered(3).Priced(25).Listed());

        Assert.Equal([2, 3, 1], await ShownAsync(new BrowseContracts { SortBy = ContractSort.Price, SortDirection = SortDirection.Asc }));
    }

    [Fact]
    public async Task The_highest_possible_amount_is_not_treated_as_missing()
    {
        Given(ACourier(1).Rewarded(Highest), ACourier(2), ACourier(3).Rewarded(Highest - 0.01m), ACourier(4).Rewarded(0));

        Assert.Equal([4, 3, 1, 2], await ShownAsync(new BrowseContracts { SortBy = ContractSort.Reward, SortDirection = SortDirection.Asc }));
        Assert.Equal([1, 3, 4, 2], await ShownAsync(new BrowseContracts { SortBy = ContractSort.Reward, SortDirection = SortDirection.Desc }));
    }

    [Fact]
    public async Task Volumes_that_differ_in_the_last_digit_are_sorted()
    {
        Given(
            ACourier(1).With(row => row with { Volume = 0.1 + 0.2 }), ACourier(2).With(row => row with { Volume = 0.3 }),
            ACourier(3).With(row => row with { Volume = 0 }), ACourier(4).With(row => row with { Volume = double.Epsilon }));

        Assert.Equal([3, 4, 2, 1], await ShownAsync(new BrowseContracts { SortBy = ContractSort.Volume, SortDirection = SortDirection.Asc }));
    }

    [Fact]
    public async Task Ships_are_in_the_order_of_their_names_code_points()
    {
        string[] sorted = ["Rifter", "Rokh", "rokh", "Ångström", "\uE000", "🚀"];
        Given(sorted.Select((name, index) => AShip(6 - index, name)));

        Assert.Equal([6, 5, 4, 3, 2, 1], await ShownAsync(new BrowseContracts { SortBy = ContractSort.ShipName, SortDirection = SortDirection.Asc }));
        Assert.Equal([1, 2, 3, 4, 5, 6], await ShownAsync(new BrowseContracts { SortBy = ContractSort.ShipName, SortDirection = SortDirection.Desc }));
    }

    private static Contract Of(ContractSort sort, long id, int? rank) => Ranked[sort](id, rank);

    private static Contract AShip(long id, string name)
    {
        var contract = Numbered(id).Listed();
        contract.TakeLines(Numbered(id).Offering(new TypeId((int)id)).Lines, _ => new CatalogueEntry(CategoryId.Ship, name));
        return contract;
    }
}
