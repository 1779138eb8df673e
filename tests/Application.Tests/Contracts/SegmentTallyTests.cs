using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.Market;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Tests.Contracts;

/// <summary>
/// The number of rows that each segment would show (B10), and contracts that are not listed while they wait for lines (B2).
/// </summary>
public sealed class SegmentTallyTests
{
    private static readonly Dictionary<Segment, int> Counts = new()
    {
        [new(ContractType.ItemExchange, true, LinesState.Read)] = 1,
        [new(ContractType.ItemExchange, false, LinesState.Read)] = 10,
        [new(ContractType.ItemExchange, false, LinesState.Pending)] = 100,
        [new(ContractType.Auction, true, LinesState.Read)] = 1_000,
        [new(ContractType.Auction, false, LinesState.Pending)] = 10_000,
        [new(ContractType.Courier, false, LinesState.None)] = 100_000,
        [new(ContractType.Loan, false, LinesState.None)] = 1_000_000,
        [new(ContractType.Unknown, false, LinesState.None)] = 10_000_000,
    };

    [Fact]
    public void Without_a_filter_all_contracts_are_counted_and_pending_ones_too()
    {
        Assert.Equal(11_111_111, Total(new BrowseContracts()));
        Assert.Equal(new SegmentCounts(111, 11_000, 100_000, 1_000_000, 10_000_000), Segments(new BrowseContracts()));
    }

    [Fact]
    public void The_total_applies_every_filter()
    {
        Assert.Equal(11_000, Total(new BrowseContracts { ContractTypes = [ContractType.Auction] }));
        Assert.Equal(1_001, Total(new BrowseContracts { IsShipContract = true }));
        Assert.Equal(0, Total(new BrowseContracts { ContractTypes = [ContractType.Courier], IsShipContract = true }));
    }

    [Fact]
    public void A_segments_count_ignores_the_segment_filter() =>
        Assert.Equal(Segments(new BrowseContracts()), Segments(new BrowseContracts { ContractTypes = [ContractType.Auction] }));

    [Fact]
    public void The_ships_filter_is_ignored_where_a_segment_has_no_lines() => Assert.Equal(
        new SegmentCounts(1, 1_000, 100_000, 1_000_000, 10_000_000), Segments(new BrowseContracts { IsShipContract = true }));

    [Fact]
    public void The_filter_for_contracts_without_ships_does_not_count_pending_contracts() => Assert.Equal(
        new SegmentCounts(10, 0, 100_000, 1_000_000, 10_000_000), Segments(new BrowseContracts { IsShipContract = false }));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_click_on_a_segment_shows_as_many_rows_as_its_count(bool ships)
    {
        var segments = Segments(new BrowseContracts { IsShipContract = ships });

        Assert.Equal(segments.ItemExchange, Total(new BrowseContracts { IsShipContract = ships, ContractTypes = [ContractType.ItemExchange] }));
        Assert.Equal(segments.Auction, Total(new BrowseContracts { IsShipContract = ships, ContractTypes = [ContractType.Auction] }));
        // A click on a segment without lines removes the ships filter.
        Assert.Equal(segments.Courier, Total(new BrowseContracts { ContractTypes = [ContractType.Courier] }));
        Assert.Equal(segments.Loan, Total(new BrowseContracts { ContractTypes = [ContractType.Loan] }));
        Assert.Equal(segments.Unknown, Total(new BrowseContracts { ContractTypes = [ContractType.Unknown] }));
    }

    [Theory]
    [InlineData(ContractSort.ShipName, 11_101_011)]
    [InlineData(ContractSort.UnitPrice, 11_101_011)]
    [InlineData(ContractSort.Price, 11_111_111)]
    public void Only_a_sort_by_ship_or_unit_price_leaves_out_pending_contracts(ContractSort sort, int total) =>
        Assert.Equal(total, Total(new BrowseContracts { SortBy = sort }));

    public static TheoryData<BrowseContracts> AskingLines => new()
    {
        new BrowseContracts { TypeIds = [new TypeId(587)] },
        new BrowseContracts { CategoryIds = [CategoryId.Ship] },
        new BrowseContracts { GroupIds = [new GroupId(25)] },
        new BrowseContracts { IsBpc = true },
        new BrowseContracts { IsBpc = false },
        new BrowseContracts { MinRuns = 0 },
        new BrowseContracts { MaxRuns = 0 },
        new BrowseContracts { MinMe = 0 },
        new BrowseContracts { MaxMe = 0 },
        new BrowseContracts { MinTe = 0 },
        new BrowseContracts { MaxTe = 0 },
    };

    [Theory]
    [MemberData(nameof(AskingLines))]
    public void A_filter_that_needs_lines_leaves_out_pending_contracts(BrowseContracts query)
    {
        Assert.Equal(11, Segments(query).ItemExchange);
        Assert.Equal(1_000, Segments(query).Auction);
        Assert.Equal(11_101_011, Total(query));
    }

    private static int Total(BrowseContracts query) => new SegmentTally(query, Counts).Total;

    private static SegmentCounts Segments(BrowseContracts query) => new SegmentTally(query, Counts).Segments;
}
