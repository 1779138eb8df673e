using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts.Browsing;

/// <summary>Filters that one and the same offered line has to meet (B4).</summary>
public sealed class LineFilterTests : BrowsingTest
{
    [Fact]
    public async Task Types_are_any_of_those_given_and_offered()
    {
        Given(
            Numbered(1).Offering(Known.Railgun).Offering(Known.Rokh), Numbered(2).Offering(Known.Railgun).Requesting(Known.Rokh), Numbered(3).Offering(Known.Rifter),
            Numbered(4).Offering(Known.Mystery), Numbered(5), ACourier(6));

        Assert.Equal([1], await FoundAsync(new BrowseContracts { TypeIds = [Known.Rokh] }));
        Assert.Equal([1, 3], await FoundAsync(new BrowseContracts { TypeIds = [Known.Rokh, Known.Rifter] }));
        Assert.Equal([4], await FoundAsync(new BrowseContracts { TypeIds = [Known.Mystery] }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { TypeIds = [new TypeId(1)] }));
    }

    [Fact]
    public async Task A_category_and_a_group_are_those_of_an_offered_line()
    {
        Given(
            Numbered(1).Offering(Known.Rokh), Numbered(2).Offering(Known.Railgun).Offering(Known.Rifter), Numbered(3).Offering(Known.Railgun).Requesting(Known.Rokh),
            Numbered(4).Offering(Known.Mystery), Numbered(5), ACourier(6));

        Assert.Equal([1, 2], await FoundAsync(new BrowseContracts { CategoryIds = [Known.Ship] }));
        Assert.Equal([2, 3], await FoundAsync(new BrowseContracts { CategoryIds = [Known.Module] }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { CategoryIds = [new CategoryId(1)] }));
        Assert.Equal([1], await FoundAsync(new BrowseContracts { GroupIds = [Battleship] }));
        Assert.Equal([2], await FoundAsync(new BrowseContracts { GroupIds = [Frigate] }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { GroupIds = [Extender] }));
    }

    [Fact]
    public async Task Of_several_categories_or_groups_one_is_enough()
    {
        Given(Numbered(1).Offering(Known.Rokh), Numbered(2).Offering(Known.Railgun), Numbered(3).Offering(Known.Rifter), Numbered(4).Offering(Known.Mystery));

        Assert.Equal([1, 2, 3], await FoundAsync(new BrowseContracts { CategoryIds = [Known.Ship, Known.Module] }));
        Assert.Equal([2], await FoundAsync(new BrowseContracts { CategoryIds = [Known.Module, new CategoryId(1)] }));
        Assert.Equal([1, 3], await FoundAsync(new BrowseContracts { GroupIds = [Battleship, Frigate] }));
        Assert.Equal([3], await FoundAsync(new BrowseContracts { CategoryIds = [Known.Ship], GroupIds = [Frigate, Gun] }));
    }

    [Fact]
    public async Task A_category_and_a_group_are_those_of_one_line()
    {
        Given(Numbered(1).Offering(Known.Rokh).Offering(Known.Railgun));

        Assert.Equal([1], await FoundAsync(new BrowseContracts { CategoryIds = [Known.Module], GroupIds = [Gun] }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { CategoryIds = [Known.Ship], GroupIds = [Gun] }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { CategoryIds = [Known.Ship], TypeIds = [Known.Railgun] }));
    }

    [Theory]
    [InlineData(10, null, 1, 3, 6)]
    [InlineData(null, 10, 1, 2, 6)]
    [InlineData(10, 10, 1, 6)]
    [InlineData(11, 299)]
    [InlineData(0, null, 1, 2, 3, 6)]
    [InlineData(null, 0)]
    [InlineData(300, 300, 3, 6)]
    public async Task Runs_are_those_of_an_offered_copy(int? min, int? max, params int[] found)
    {
        GivenCopies();

        Assert.Equal(found.Select(id => (long)id), await FoundAsync(new BrowseContracts { MinRuns = min, MaxRuns = max }));
    }

    [Theory]
    [InlineData(8, null, 1, 3, 6)]
    [InlineData(null, 8, 1, 2, 6)]
    [InlineData(9, 9)]
    [InlineData(0, 0, 2)]
    [InlineData(0, null, 1, 2, 3, 6)]
    public async Task Material_efficiencies_are_those_of_an_offered_line(int? min, int? max, params int[] found)
    {
        GivenCopies();

        Assert.Equal(found.Select(id => (long)id), await FoundAsync(new BrowseContracts { MinMe = min, MaxMe = max }));
    }

    [Theory]
    [InlineData(14, null, 1, 3, 6)]
    [InlineData(null, 14, 1, 2, 6)]
    [InlineData(15, 19)]
    [InlineData(20, 20, 3, 6)]
    [InlineData(0, null, 1, 2, 3, 6)]
    public async Task Time_efficiencies_are_those_of_an_offered_line(int? min, int? max, params int[] found)
    {
        GivenCopies();

        Assert.Equal(found.Select(id => (long)id), await FoundAsync(new BrowseContracts { MinTe = min, MaxTe = max }));
    }

    [Fact]
    public async Task One_line_must_meet_all_line_filters()
    {
        Given(
            Numbered(1).OfferingCopy(Known.RifterBlueprint, runs: 10, me: 0, te: 0).OfferingCopy(Known.RifterBlueprint, runs: 1, me: 10, te: 20),
            Numbered(2).OfferingCopy(Known.RifterBlueprint, runs: 10, me: 10, te: 20));

        Assert.Equal([1, 2], await FoundAsync(new BrowseContracts { MinRuns = 10 }));
        Assert.Equal([1, 2], await FoundAsync(new BrowseContracts { MinMe = 10 }));
        Assert.Equal([2], await FoundAsync(new BrowseContracts { MinRuns = 10, MinMe = 10 }));
        Assert.Equal([2], await FoundAsync(new BrowseContracts { MinRuns = 10, MinTe = 20 }));
        Assert.Equal([1], await FoundAsync(new BrowseContracts { MaxRuns = 1, MinTe = 20 }));
    }

    [Fact]
    public async Task The_copy_filter_divides_all_contracts_with_known_lines()
    {
        GivenCopies();
        Given(Numbered(8), ACourier(9));

        Assert.Equal([1, 2, 3, 6], await FoundAsync(new BrowseContracts { IsBpc = true }));
        Assert.Equal([4, 5, 7, 9], await FoundAsync(new BrowseContracts { IsBpc = false }));
    }

    [Fact]
    public async Task With_other_filters_the_copy_must_be_the_line_that_meets_them()
    {
        Given(
            Numbered(1).OfferingCopy(Known.RifterBlueprint), Numbered(2).OfferingCopy(Known.RifterBlueprint).Offering(Known.Rokh), Numbered(3).Offering(Known.Rokh),
            Numbered(4).Offering(Known.RifterBlueprint));

        Assert.Equal([1, 2], await FoundAsync(new BrowseContracts { IsBpc = true, TypeIds = [Known.RifterBlueprint] }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { IsBpc = true, TypeIds = [Known.Rokh] }));
        // The second contract offers a copy and, in another line, the wanted item, so it meets neither query.
        Assert.Equal([3], await FoundAsync(new BrowseContracts { IsBpc = false, TypeIds = [Known.Rokh] }));
        Assert.Equal([4], await FoundAsync(new BrowseContracts { IsBpc = false, TypeIds = [Known.RifterBlueprint] }));
    }

    [Theory]
    [InlineData(true, 1, 3)]
    [InlineData(false, 2, 4, 6)]
    [InlineData(null, 1, 2, 3, 4, 5, 6)]
    public async Task A_ship_contract_is_one_that_offers_a_ship(bool? ships, params int[] found)
    {
        Given(
            Numbered(1).Offering(Known.Railgun).Offering(Known.Rokh), Numbered(2).Offering(Known.Railgun), AnAuction(3).Offering(Known.Rifter),
            Numbered(4).Requesting(Known.Rokh), Numbered(5), ACourier(6));

        Assert.Equal(found.Select(id => (long)id), await FoundAsync(new BrowseContracts { IsShipContract = ships }));
    }

    [Theory]
    [InlineData(ContractType.ItemExchange, 1)]
    [InlineData(ContractType.Auction, 2)]
    [InlineData(ContractType.Courier, 3)]
    [InlineData(ContractType.Loan, 4)]
    [InlineData(ContractType.Unknown, 5)]
    public async Task A_segment_is_of_one_type(ContractType type, int found)
    {
        Given(Numbered(1), AnAuction(2), ACourier(3), Numbered(4, ContractType.Loan), Numbered(5, ContractType.Unknown));

        Assert.Equal([found], await FoundAsync(new BrowseContracts { ContractTypes = [type] }));
        Assert.Equal(new long[] { found, 3 }.Distinct().Order(), await FoundAsync(new BrowseContracts { ContractTypes = [type, ContractType.Courier] }));
        Assert.Equal([1, 2, 3, 4, 5], await FoundAsync(new BrowseContracts()));
    }

    private void GivenCopies() => Given(
        Numbered(1).OfferingCopy(Known.RifterBlueprint, runs: 10, me: 8, te: 14),
        Numbered(2).OfferingCopy(Known.RifterBlueprint, runs: 1, me: 0, te: 0),
        Numbered(3).Offering(Known.Rokh).OfferingCopy(Known.RifterBlueprint, runs: 300, me: 10, te: 20),
        Numbered(4).Offering(Known.RifterBlueprint),
        Numbered(5).RequestingCopy(Known.RifterBlueprint),
        Numbered(6).OfferingCopy(Known.RifterBlueprint, runs: 10, me: 8, te: 14).OfferingCopy(Known.RifterBlueprint, runs: 300, me: 10, te: 20),
        Numbered(7).Offering(Known.Rokh));
}
