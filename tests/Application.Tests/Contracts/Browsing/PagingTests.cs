using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts.Browsing;

/// <summary>Rows are cut into pages, by number or by cursor (B9).</summary>
public sealed class PagingTests : BrowsingTest
{
    private static readonly BrowseContracts ByPrice = new() { SortBy = ContractSort.Price, SortDirection = SortDirection.Asc, Size = 2 };

    [Fact]
    public async Task A_page_has_the_requested_size_and_the_last_one_holds_the_rest()
    {
        Given(Enumerable.Range(1, 5).Select(id => Numbered(id).Priced(id)));

        Assert.Equal([1, 2], await ShownAsync(ByPrice));
        Assert.Equal([3, 4], await ShownAsync(ByPrice with { Page = 2 }));
        Assert.Equal([5], await ShownAsync(ByPrice with { Page = 3 }));
    }

    [Fact]
    public async Task A_page_has_fifty_rows_by_default()
    {
        Given(Enumerable.Range(1, 51).Select(id => Numbered(id)));

        var page = await BrowseAsync(new BrowseContracts());

        Assert.Equal((51, 1, 50, 50), (page.Total, page.Page, page.Size, page.Items.Count));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(int.MaxValue)]
    public async Task A_page_past_the_end_is_empty_with_the_true_total(int number)
    {
        Given(Numbered(1), Numbered(2), Numbered(3), Numbered(4));

        var page = await BrowseAsync(ByPrice with { Page = number });

        Assert.Empty(page.Items);
        Assert.Equal((4, number, null), (page.Total, page.Page, page.NextCursor));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    public async Task Every_page_but_the_last_gives_a_cursor(int number, bool hasNext)
    {
        Given(Numbered(1), Numbered(2), Numbered(3), Numbered(4));

        Assert.Equal(hasNext, (await BrowseAsync(ByPrice with { Page = number })).NextCursor is not null);
    }

    [Fact]
    public async Task A_page_after_a_cursor_has_its_number_and_the_total()
    {
        Given(Enumerable.Range(1, 5).Select(id => Numbered(id).Priced(id)));

        var page = await BrowseAsync(ByPrice with { Cursor = (await BrowseAsync(ByPrice with { Page = 2 })).NextCursor });

        Assert.Equal([5], page.Items.Select(row => row.ContractId));
        Assert.Equal((5, 3), (page.Total, page.Page));
    }

    [Fact]
    public async Task A_cursor_continues_after_its_row_even_if_new_rows_come_before_it()
    {
        Given(Numbered(2).Priced(2), Numbered(4).Priced(4), Numbered(6).Priced(6));
        var cursor = (await BrowseAsync(ByPrice)).NextCursor;
        Given(Numbered(1).Priced(1), Numbered(5).Priced(5));
        // It has the same price as the last row and a lower id, so it is before that row.
        Given(Numbered(3).Priced(4));

        Assert.Equal([5, 6], await ShownAsync(ByPrice with { Cursor = cursor }));
    }

    [Fact]
    public async Task A_cursor_continues_where_its_row_is_gone()
    {
        Given(Enumerable.Range(1, 5).Select(id => Numbered(id).Priced(7)));
        var cursor = (await BrowseAsync(ByPrice)).NextCursor;
        Market.Contracts.RemoveAll(contract => contract.Id.Value is 1 or 2);

        Assert.Equal([3, 4], await ShownAsync(ByPrice with { Cursor = cursor }));
    }

    [Fact]
    public async Task A_cursor_continues_where_no_contract_offers_its_ship_any_more()
    {
        var byShip = new BrowseContracts { SortBy = ContractSort.ShipName, SortDirection = SortDirection.Asc, Size = 1 };
        Given(Numbered(2).Offering(Known.Rifter), Numbered(1).Offering(Known.Rokh));
        var cursor = (await BrowseAsync(byShip)).NextCursor;
        Market.Contracts.RemoveAt(0);

        Assert.Equal([1], await ShownAsync(byShip with { Cursor = cursor }));
    }

    [Fact]
    public async Task A_row_whose_sort_value_changed_is_shown_at_its_new_place()
    {
        Given(AnAuction(1).Priced(1), AnAuction(2).Priced(2), AnAuction(3).Priced(3));
        var (up, down) = (ByPrice, ByPrice with { SortDirection = SortDirection.Desc });
        var (upwards, downwards) = ((await BrowseAsync(up)).NextCursor, (await BrowseAsync(down)).NextCursor);
        Market.Contracts.RemoveAt(0);
        Given(AnAuction(1).Priced(1).WithBidsOf(5));

        Assert.Equal([3, 1], await ShownAsync(up with { Cursor = upwards }));
        Assert.Equal([], await ShownAsync(down with { Cursor = downwards }));
    }

    [Fact]
    public async Task The_size_may_change_on_the_way()
    {
        Given(Enumerable.Range(1, 9).Select(id => Numbered(id).Priced(id)));

        Assert.Equal([3, 4, 5, 6], await ShownAsync(ByPrice with { Cursor = (await BrowseAsync(ByPrice)).NextCursor, Size = 4 }));
    }

    [Fact]
    public async Task A_cursor_of_another_query_is_not_followed()
    {
        Given(Numbered(1).Priced(1), Numbered(2).Priced(2), Numbered(3).Priced(3));
        var cursor = (await BrowseAsync(ByPrice)).NextCursor;

        await Assert.ThrowsAsync<InvalidOperationException>(() => BrowseAsync(ByPrice with { Cursor = cursor, MinPrice = 1 }));
    }

    [Fact]
    public async Task Pages_and_cursors_show_every_row_once_in_the_same_order_for_every_sort() =>
        await Gen.Select(AnyContract.Open.Array[1, 25], Gen.Enum<ContractSort>(), Gen.Enum<SortDirection>(), Gen.Int[1, 7]).SampleAsync(async (contracts, sort, direction, size) =>
        {
            var market = AMarket();
            market.Add(contracts.Select((contract, index) => contract(index + 1)));
            market.Now = Noon.AddDays(-10);
            market.ChangedAt = null;
            var query = new BrowseContracts { SortBy = sort, SortDirection = direction, Size = 100 };
            Task<ContractPage> AskAsync(BrowseContracts asked) => new BrowseContractsHandler(market.Pin).Handle(asked, default);

            var whole = await AskAsync(query);
            var (byNumber, byCursor, cursor) = (new List<long>(), new List<long>(), (string?)null);
            for (var page = 1; page <= (whole.Total / size) + 1; page++)
                byNumber.AddRange((await AskAsync(query with { Size = size, Page = page })).Items.Select(row => row.ContractId));
            do
            {
                var page = await AskAsync(query with { Size = size, Cursor = cursor });
                byCursor.AddRange(page.Items.Select(row => row.ContractId));
                cursor = page.NextCursor;
            }
            while (cursor is not null && byCursor.Count <= whole.Total);

            var shown = whole.Items.Select(row => row.ContractId).ToList();
            Assert.Equal(whole.Total, shown.Distinct().Count());
            Assert.Equal(market.Contracts.Count(contract => sort is not (ContractSort.ShipName or ContractSort.UnitPrice) || !contract.LinesState.IsUnread()), whole.Total);
            Assert.Equal(shown, byNumber);
            Assert.Equal(shown, byCursor);
        });
}
