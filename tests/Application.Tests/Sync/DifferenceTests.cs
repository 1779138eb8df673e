using HangarBay.Application.Sync.Ports;
using HangarBay.Application.Sync.SweepingRegion;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Tests.Sync;

/// <summary>Ids are compared as sets, and a row is written only where it differs (M3).</summary>
public sealed class DifferenceTests
{
    [Fact]
    public void What_is_listed_and_not_stored_is_new()
    {
        var difference = new Difference(AList(Row(1), Row(2)), [Open(Row(1))]);

        Assert.Equal([2], difference.New.Select(row => row.Contract.Id.Value));
        Assert.Equal((1, 2), (difference.Unchanged, difference.Listed));
    }

    [Fact]
    public void What_is_stored_and_not_listed_is_gone()
    {
        var difference = new Difference(AList(Row(1)), [Open(Row(1)), Open(Row(2))]);

        Assert.Equal([2], difference.Gone.Select(listing => listing.Id.Value));
        Assert.Equal(1, difference.Listed);
    }

    [Fact]
    public void An_unchanged_row_is_not_written()
    {
        var difference = new Difference(AList(Row(1), Row(2)), [Open(Row(1)), Open(Row(2))]);

        Assert.True(difference.IsEmpty);
        Assert.Empty(difference.Rows);
        Assert.Equal(2, difference.Unchanged);
    }

    [Fact]
    public void A_row_that_differs_is_changed_and_not_unchanged()
    {
        var difference = new Difference(AList(Row(1) with { Price = 5 }), [Open(Row(1))]);

        Assert.Equal((1, 0, 1), (difference.Changed.Count, difference.Unchanged, difference.Listed));
        Assert.Single(difference.Rows);
    }

    [Fact]
    public void An_auction_whose_dates_moved_is_rewritten_but_unchanged()
    {
        var auction = Row(1) with { Type = ContractType.Auction };

        var difference = new Difference(AList(auction with { DateExpired = auction.DateExpired.AddMinutes(30) }), [Open(auction)]);

        Assert.Equal((1, 0, 1), (difference.Moved.Count, difference.Changed.Count, difference.Unchanged));
        Assert.False(difference.IsEmpty);
    }

    [Fact]
    public void An_exchange_whose_dates_moved_is_changed()
    {
        var difference = new Difference(AList(Row(1) with { DateExpired = Row(1).DateExpired.AddMinutes(30) }), [Open(Row(1))]);

        Assert.Equal((0, 1), (difference.Moved.Count, difference.Changed.Count));
    }

    [Fact]
    public void Where_pages_overlapped_nothing_is_gone()
    {
        Assert.Empty(new Difference(AList(Row(1)) with { Doubtful = true }, [Open(Row(1)), Open(Row(2))]).Gone);
    }

    [Fact]
    public void A_contract_on_a_page_that_was_not_modified_is_unchanged()
    {
        var list = AList() with { ListedIds = new HashSet<ContractId> { new(1) } };

        var difference = new Difference(list, [Open(Row(1))]);

        Assert.Equal((1, true), (difference.Unchanged, difference.IsEmpty));
    }

    [Fact]
    public void A_contract_whose_row_was_set_aside_is_neither_gone_nor_changed()
    {
        var list = AList(Row(2)) with { ListedIds = new HashSet<ContractId> { new(1), new(2) } };

        var difference = new Difference(list, [Open(Row(1)), Open(Row(2))]);

        Assert.True(difference.IsEmpty);
    }

    [Fact]
    public void Only_contracts_that_had_not_expired_count_as_gone_early()
    {
        var difference = new Difference(AList(), [Open(Row(1)), Open(Row(2) with { DateExpired = Noon }), Open(Row(3) with { DateExpired = Noon.AddHours(-1) })]);

        Assert.Equal((3, 1), (difference.Gone.Count, difference.GoneEarly));
    }

    private static ListedContract Row(long id) => AListedContract() with { Id = new ContractId(id) };

    private static OpenListing Open(ListedContract row) => new(row.Id, row.Type, row.Fingerprint(), row.DateExpired);

    private static ListReading.Whole AList(params ListedContract[] rows) => new(
        Noon, Pages.Now, [], [.. rows.Select(row => new ListedRow(row, null))], rows.Select(row => row.Id).ToHashSet(), Doubtful: false, []);
}
