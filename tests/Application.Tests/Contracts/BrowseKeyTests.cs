using System.Reflection;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Tests.Contracts;

public sealed class BrowseKeyTests
{
    private static readonly BrowseContracts Plain = new();

    /// <summary>A question in which every property differs from the default.</summary>
    private static readonly BrowseContracts Other = new()
    {
        Search = "rokh",
        MinPrice = 1,
        MaxPrice = 2,
        MinCollateral = 3,
        MaxCollateral = 4,
        MinReward = 5,
        MaxReward = 6,
        MinRuns = 7,
        MaxRuns = 8,
        MinMe = 1,
        MaxMe = 2,
        MinTe = 3,
        MaxTe = 4,
        RegionIds = [new RegionId(10_000_002)],
        SystemIds = [new SystemId(30_000_142)],
        StationIds = [new LocationId(60_003_760)],
        Security = [SecurityBand.High],
        TypeIds = [new TypeId(587)],
        ContractTypes = [ContractType.Auction],
        Segments = [ContractSegment.Wanted],
        IsSingle = true,
        MinUnitPrice = 9,
        MaxUnitPrice = 10,
        CategoryIds = [new CategoryId(6)],
        GroupIds = [new GroupId(27)],
        EndRegionIds = [new RegionId(10_000_002)],
        EndSystemIds = [new SystemId(30_000_142)],
        EndStationIds = [new LocationId(60_003_760)],
        EndSecurity = [SecurityBand.High],
        MinVolume = 5,
        MaxVolume = 6,
        EndsWithin = 24,
        IssuerIds = [new CharacterId(2_112_000_001)],
        Since = new DateTimeOffset(2026, 3, 14, 12, 0, 0, TimeSpan.Zero),
        IsBpc = false,
        IsShipContract = false,
        Page = 2,
        Size = 49,
        Cursor = "x",
        SortBy = ContractSort.Price,
        SortDirection = SortDirection.Asc,
        Explains = true,
        Facets = [FacetFamily.Regions],
        Lang = Language.De,
        Unreadable = [new UnreadableParameter("MinPrice", "This is an amount.")],
    };

    private static IEnumerable<PropertyInfo> Properties => typeof(BrowseContracts).GetProperties().Where(property => property.CanWrite);

    [Fact]
    public void Every_property_of_a_query_is_in_the_key()
    {
        foreach (var property in Properties)
        {
            var other = With(property);

            Assert.NotEqual(property.GetValue(Plain), property.GetValue(other));
            Assert.True(Plain.Key != other.Key, property.Name);
        }
    }

    [Fact]
    public void Each_property_gives_a_different_key()
    {
        var keys = Properties.Where(property => property.Name != nameof(BrowseContracts.Unreadable)).Select(property => With(property).Key).ToList();

        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public void The_order_and_repeats_of_values_make_no_difference() => Assert.Equal(
        (Plain with { TypeIds = [new TypeId(1), new TypeId(2)], Security = [SecurityBand.Low, SecurityBand.High] }).Key,
        (Plain with { TypeIds = [new TypeId(2), new TypeId(1), new TypeId(2)], Security = [SecurityBand.High, SecurityBand.Low] }).Key);

    [Fact]
    public void A_default_that_is_written_out_makes_no_difference() => Assert.Equal(Plain.Key, (Plain with { Page = 1, MinRuns = null }).Key);

    [Fact]
    public void Trailing_zeros_make_no_difference_but_other_digits_do()
    {
        Assert.Equal((Plain with { MinPrice = 5m }).Key, (Plain with { MinPrice = 5.00m }).Key);
        Assert.NotEqual((Plain with { MinPrice = 5m }).Key, (Plain with { MinPrice = 5.001m }).Key);
    }

    [Fact]
    public void One_instant_has_one_key_however_it_is_written()
    {
        var instant = Other.Since!.Value;

        Assert.Equal((Plain with { Since = instant }).Key, (Plain with { Since = instant.ToOffset(TimeSpan.FromHours(2)).AddTicks(9_999) }).Key);
        Assert.NotEqual((Plain with { Since = instant }).Key, (Plain with { Since = instant.AddMilliseconds(1) }).Key);
    }

    [Fact]
    public void An_invalid_query_shares_no_key_with_a_valid_one()
    {
        var tooMany = Enumerable.Repeat(new RegionId(10_000_002), BrowseContracts.MaxValues + 1).ToList();

        Assert.Null((Plain with { RegionIds = tooMany }).Key);
        Assert.Null((Plain with { Unreadable = Other.Unreadable }).Key);
        Assert.NotEqual((Plain with { Cursor = "x", Page = 1 }).Key, (Plain with { Cursor = "x" }).Key);
        Assert.NotEqual((Plain with { Search = "  " }).Key, Plain.Key);
        Assert.NotEqual((Plain with { Cursor = "x\nsearch=rokh" }).Key, (Plain with { Cursor = "x", Search = "rokh" }).Key);
    }

    private static BrowseContracts With(PropertyInfo property)
    {
        var query = Plain with { };
        property.SetValue(query, property.GetValue(Other));
        return query;
    }
}
