using HangarBay.Application.Sync.Ports;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain.Contracts;
using static HangarBay.Application.Tests.Given.Pages;

namespace HangarBay.Application.Tests.Sync;

/// <summary>Rows of a list are kept, put into quarantine, or taken as a sign that the list moved (M9).</summary>
public sealed class RowsOfPagesTests
{
    private readonly ListScript _esi = new();

    [Fact]
    public async Task Ids_on_two_pages_are_an_overlap_and_no_page_keeps_its_tag()
    {
        _esi.Page(1, APageOf(1, 2, 1, 2)).Page(2, APageOf(2, 2, 2, 3));

        var list = await _esi.ReadWholeAsync();

        Assert.True(list.Doubtful);
        Assert.Equal([1, 2, 3], list.Rows.Select(row => row.Contract.Id.Value));
        Assert.All(list.Pages, page => Assert.Null(page.ETag));
        Assert.Equal("contract 2", Assert.Single(list.Surprises).Subject);
    }

    [Fact]
    public async Task A_not_modified_page_may_overlap_too()
    {
        _esi.Storing(Stored(1, 1, 2)).Page(1, Unmodified(1, of: 2, Noon)).Page(2, APageOf(2, 2, 2, 3));

        var list = await _esi.ReadWholeAsync();

        Assert.True(list.Doubtful);
        Assert.All(list.Pages, page => Assert.Null(page.ETag));
        Assert.Equal([1, 2], list.Pages[0].ContractIds);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(7L, false)]
    public async Task A_rejected_row_makes_the_list_doubtful_only_where_its_id_is_unreadable(long? id, bool doubtful)
    {
        var rejected = new RejectedRow(id is { } known ? new ContractId(known) : null, "A key is missing.");
        _esi.Page(1, APageOf(1, 1, 1, 2) with { Rejected = [rejected] });

        var list = await _esi.ReadWholeAsync();

        Assert.Equal(doubtful, list.Doubtful);
        Assert.Equal(!doubtful, list.ListedIds.Contains(new ContractId(7)));
    }

    [Fact]
    public async Task A_row_twice_on_one_page_is_kept_once_and_is_no_overlap()
    {
        _esi.Page(1, APageOf(1, 1, 1, 2, 2, 3));

        var list = await _esi.ReadWholeAsync();

        Assert.Equal((3, false), (list.Rows.Count, list.Doubtful));
        Assert.Contains("twice", Assert.Single(list.Surprises).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_out_of_order_is_kept_and_reported()
    {
        _esi.Page(1, APageOf(1, 1, 1, 3, 2, 4));

        var list = await _esi.ReadWholeAsync();

        Assert.Equal([1, 2, 3, 4], list.Rows.Select(row => row.Contract.Id.Value));
        Assert.Equal("contract 2", Assert.Single(list.Surprises).Subject);
    }

    [Fact]
    public async Task A_row_with_a_flaw_is_set_aside_but_counts_as_listed()
    {
        var flawed = ARow(2) with { Contract = AListedContract() with { Id = new ContractId(2), Volume = -1 } };
        _esi.Page(1, APageOf(1, 1, 1) with { Rows = [ARow(1), flawed] });

        var list = await _esi.ReadWholeAsync();

        Assert.Equal((1, 2), (list.Rows.Count, list.ListedIds.Count));
        Assert.Equal(("contract 2", "The volume is negative."), (list.Surprises[0].Subject, list.Surprises[0].Reason));
    }

    [Fact]
    public async Task A_row_that_could_not_be_read_counts_as_listed_where_its_id_is_known()
    {
        _esi.Page(1, APageOf(1, 1, 1) with { Rejected = [new RejectedRow(new ContractId(7), "No date."), new RejectedRow(null, "No id.")] });

        var list = await _esi.ReadWholeAsync();

        Assert.Equal([1, 7], list.ListedIds.Select(id => id.Value).Order());
        Assert.Equal(["contract 7", "a row of page 1"], list.Surprises.Select(surprise => surprise.Subject));
    }

    [Fact]
    public async Task A_row_of_an_unknown_type_is_kept_and_reported()
    {
        _esi.Page(1, APageOf(1, 1) with { Rows = [ARow(1) with { UnknownType = "timeshare" }] });

        var list = await _esi.ReadWholeAsync();

        Assert.Single(list.Rows);
        Assert.Contains("unknown", Assert.Single(list.Surprises).Reason, StringComparison.Ordinal);
    }
}
