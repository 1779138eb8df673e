using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Tests.Contracts;

/// <summary>Cursors are opaque, belong to one query, and are protected against typing errors by a checksum (B9).</summary>
public sealed class WalkCursorTests
{
    private static readonly ContractId Id = new(190_000_001);

    public static TheoryData<ContractSort, object?> Kept => new()
    {
        { ContractSort.DateIssued, 1_773_489_600_000L },
        { ContractSort.Price, 28_500_000_000L },
        { ContractSort.Price, null },
        { ContractSort.Volume, 0.1 + 0.2 },
        { ContractSort.DaysToComplete, 3L },
        { ContractSort.ShipName, "Ångström 艦 🚀" },
        { ContractSort.ShipName, new string('艦', 200) },
        { ContractSort.ShipName, null },
    };

    public static TheoryData<BrowseContracts> Others => new()
    {
        new BrowseContracts { Search = "rokh" },
        new BrowseContracts { MinPrice = 1 },
        new BrowseContracts { MaxPrice = 1 },
        new BrowseContracts { MinCollateral = 1 },
        new BrowseContracts { MaxReward = 1 },
        new BrowseContracts { MinRuns = 1 },
        new BrowseContracts { MaxMe = 1 },
        new BrowseContracts { MinTe = 1 },
        new BrowseContracts { RegionIds = [new RegionId(1)] },
        new BrowseContracts { SystemIds = [new SystemId(1)] },
        new BrowseContracts { StationIds = [new LocationId(1)] },
        new BrowseContracts { TypeIds = [new TypeId(1)] },
        new BrowseContracts { Security = [SecurityBand.Null] },
        new BrowseContracts { ContractTypes = [ContractType.Loan] },
        new BrowseContracts { CategoryIds = [new CategoryId(1)] },
        new BrowseContracts { GroupIds = [new GroupId(1)] },
        new BrowseContracts { EndRegionIds = [new RegionId(1)] },
        new BrowseContracts { EndSystemIds = [new SystemId(1)] },
        new BrowseContracts { EndStationIds = [new LocationId(1)] },
        new BrowseContracts { EndSecurity = [SecurityBand.Null] },
        new BrowseContracts { MinVolume = 1 },
        new BrowseContracts { EndsWithin = 1 },
        new BrowseContracts { IssuerIds = [new CharacterId(1)] },
        new BrowseContracts { Since = DateTimeOffset.UnixEpoch },
        new BrowseContracts { IsBpc = false },
        new BrowseContracts { IsShipContract = false },
        new BrowseContracts { SortBy = ContractSort.DateExpired },
        new BrowseContracts { SortDirection = SortDirection.Asc },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_written_cursor_is_accepted(ContractSort sort, object? kept)
    {
        var query = new BrowseContracts { SortBy = sort, Search = "rokh", TypeIds = [new TypeId(587)] };
        var position = new WalkPosition(2, kept, Id);

        var cursor = WalkCursor.Write(query, position);

        Assert.Matches("^[A-Za-z0-9_-]+$", cursor);
        Assert.InRange(cursor.Length, 1, BrowseContracts.MaxCursorLength);
        Assert.Null(WalkCursor.FindFlaw(cursor, query));
        Assert.Equal(position, WalkCursor.Read(cursor, query));
    }

    [Fact]
    public void A_cursor_with_one_character_changed_removed_or_added_is_refused()
    {
        var query = new BrowseContracts();
        var cursor = WalkCursor.Write(query, new WalkPosition(2, 1_773_489_600_000L, Id));

        for (var at = 0; at < cursor.Length; at++)
        {
            Assert.NotNull(WalkCursor.FindFlaw(cursor[..at] + (cursor[at] == 'A' ? 'B' : 'A') + cursor[(at + 1)..], query));
            Assert.NotNull(WalkCursor.FindFlaw(cursor[..at], query));
        }

        Assert.All((string[])["A", "=", " ", "\n"], more => Assert.NotNull(WalkCursor.FindFlaw(cursor + more, query)));
        Assert.All((string[])["", "abc", new string('A', 5000), "☃", "a+b/"], text => Assert.NotNull(WalkCursor.FindFlaw(text, query)));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void A_cursor_is_refused_by_another_query(BrowseContracts other)
    {
        var cursor = WalkCursor.Write(new BrowseContracts(), new WalkPosition(2, 1_773_489_600_000L, Id));

        Assert.Contains("belongs to", WalkCursor.FindFlaw(cursor, other), StringComparison.Ordinal);
        // Without a query only the form of the cursor is checked, and this one is well-formed.
        Assert.Null(WalkCursor.FindFlaw(cursor, query: null));
    }

    [Fact]
    public void A_cursor_is_accepted_by_the_same_query_in_another_spelling()
    {
        var cursor = WalkCursor.Write(
            new BrowseContracts { Search = "Rokh ", MinPrice = 1, TypeIds = [new TypeId(1), new TypeId(2)], Lang = Language.De },
            new WalkPosition(2, 1L, Id));

        Assert.Null(WalkCursor.FindFlaw(
            cursor,
            new BrowseContracts { Search = "ROKH", MinPrice = 1.00m, TypeIds = [new TypeId(2), new TypeId(1), new TypeId(2)], Size = 7, Lang = Language.De }));
        Assert.NotNull(WalkCursor.FindFlaw(
            cursor, new BrowseContracts { Search = "Rokh", MinPrice = 1, TypeIds = [new TypeId(1), new TypeId(2)], Lang = Language.Fr }));
    }

    /// <summary>Invented cursors with a right checksum. They reveal nothing and break nothing.</summary>
    [Theory]
    [InlineData(ContractSort.Price, -1L)]
    [InlineData(ContractSort.Price, 0.5)]
    [InlineData(ContractSort.DateIssued, long.MaxValue)]
    [InlineData(ContractSort.DateIssued, null)]
    [InlineData(ContractSort.DaysToComplete, (long)int.MaxValue + 1)]
    [InlineData(ContractSort.Volume, double.NaN)]
    [InlineData(ContractSort.Volume, 1L)]
    [InlineData(ContractSort.ShipName, "a\0b")]
    [InlineData(ContractSort.ShipName, 1L)]
    public void A_cursor_with_an_impossible_value_is_refused(ContractSort sort, object? kept)
    {
        var query = new BrowseContracts { SortBy = sort };

        Assert.NotNull(WalkCursor.FindFlaw(WalkCursor.Write(query, new WalkPosition(2, kept, Id)), query));
    }
}
