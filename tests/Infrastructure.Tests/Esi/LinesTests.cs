using System.Globalization;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;

namespace HangarBay.Infrastructure.Tests.Esi;

/// <summary>A contract's lines: all of them, or none.</summary>
public sealed class LinesTests : EsiTests
{
    private static readonly ContractId Contract = new(157872948);

    [Fact]
    public async Task A_blueprint_copy_is_read_with_its_terms()
    {
        On(1, Reply.Page([Rows.ALine(
            ("is_blueprint_copy", "true"), ("item_id", "1029552558074"), ("material_efficiency", "10"), ("quantity", "5000000000"),
            ("runs", "400"), ("time_efficiency", "20"), ("type_id", "29040"))]));

        var line = Assert.Single(await ReadCompleteAsync());

        Assert.Equal((Contract, 3210378611, new TypeId(29040), 5_000_000_000), (line.ContractId, line.RecordId, line.TypeId, line.Quantity));
        Assert.Equal((true, true, 400, 10, 20, 1029552558074),
            (line.IsIncluded, line.IsBlueprintCopy, line.Runs, line.MaterialEfficiency, line.TimeEfficiency, line.ItemId));
    }

    [Fact]
    public async Task What_ESI_leaves_out_is_null_or_false()
    {
        On(1, Reply.Page([Rows.ALine(("is_included", "false"))]));

        var line = Assert.Single(await ReadCompleteAsync());

        Assert.False(line.IsIncluded);
        Assert.False(line.IsBlueprintCopy);
        Assert.Equal([null, null, null], new[] { line.Runs, line.MaterialEfficiency, line.TimeEfficiency });
        Assert.Null(line.ItemId);
    }

    [Fact]
    public async Task An_original_has_no_runs_even_where_ESI_sends_minus_one()
    {
        On(1, Reply.Page([Rows.ALine(("is_blueprint_copy", "false"), ("runs", "-1"))]));

        Assert.Null(Assert.Single(await ReadCompleteAsync()).Runs);
    }

    [Fact]
    public async Task Every_page_is_read()
    {
        On(1, Reply.Page([Line(1), Line(2)], pages: 3));
        On(2, Reply.Page([Line(3)], pages: 3));
        On(3, Reply.Page([Line(4)], pages: 3));

        Assert.Equal([1, 2, 3, 4], (await ReadCompleteAsync()).Select(line => line.RecordId));
    }

    [Fact]
    public async Task A_page_that_is_gone_makes_the_contract_gone()
    {
        On(1, Reply.Page([Line(1)], pages: 2));
        On(2, new Reply(204));

        Assert.Equal(new LinesAnswer.Gone(false), await ReadAsync());
    }

    [Theory]
    [InlineData("Contract not public", false)]
    [InlineData("Contract accepted by player, requires authorization", true)]
    public async Task The_text_of_a_403_shows_whether_the_contract_was_accepted(string error, bool accepted)
    {
        On(1, Reply.Error(403, error));

        Assert.Equal(new LinesAnswer.Gone(accepted), await ReadAsync());
    }

    [Fact]
    public async Task A_403_cut_short_is_still_an_answer()
    {
        On(1, Reply.Error(403, "Contract not public").CutShort());

        Assert.Equal(new LinesAnswer.Gone(false), await ReadAsync());
        Assert.Single(Upstream.Requests);
    }

    [Fact]
    public async Task An_empty_list_is_malformed()
    {
        On(1, Reply.Page([]));

        Assert.Equal(new LinesAnswer.Malformed("The contract has no lines."), await ReadAsync());
        Assert.Single(Upstream.Requests);
    }

    [Theory]
    [InlineData("type_id", null, "type_id is missing.")]
    [InlineData("record_id", null, "record_id is missing.")]
    [InlineData("quantity", null, "quantity is missing.")]
    [InlineData("is_included", null, "is_included is missing.")]
    [InlineData("type_id", "4611686018427387904", "type_id is of the wrong kind, out of range or unreadable.")]
    [InlineData("quantity", "4611686018427387904", "quantity is of the wrong kind, out of range or unreadable.")]
    [InlineData("is_included", "\"yes\"", "is_included is of the wrong kind, out of range or unreadable.")]
    [InlineData("quantity", "-1", "A line's quantity is never negative.")]
    [InlineData("record_id", "0", "A line's record id is above zero.")]
    public async Task One_unreadable_line_makes_all_lines_unusable(string key, string? json, string reason)
    {
        On(1, Reply.Page([Rows.ALine(("record_id", "1")), Rows.ALine((key, json)), Rows.ALine(("record_id", "3"))]));

        Assert.Equal(new LinesAnswer.Malformed(reason), await ReadAsync());
        Assert.Single(Upstream.Requests);
    }

    [Fact]
    public async Task An_empty_page_in_the_middle_is_malformed()
    {
        On(1, Reply.Page([Line(1)], pages: 3));
        On(2, Reply.Page([], pages: 3));
        On(3, Reply.Page([Line(3)], pages: 3));

        Assert.Equal(new LinesAnswer.Malformed("One of its pages is empty."), await ReadAsync());
    }

    [Fact]
    public async Task A_line_that_comes_twice_is_malformed()
    {
        On(1, Reply.Page([Line(1)], pages: 2));
        On(2, Reply.Page([Line(1)], pages: 2));

        Assert.Equal(new LinesAnswer.Malformed("A line comes twice."), await ReadAsync());
    }

    [Fact]
    public async Task The_same_line_twice_on_one_page_is_one_line()
    {
        On(1, Reply.Page([Line(1), Line(2), Line(1)]));

        Assert.Equal([1, 2], Assert.IsType<LinesAnswer.Complete>(await ReadAsync()).Lines.Select(line => line.RecordId));
    }

    [Fact]
    public async Task Two_different_lines_with_one_id_on_one_page_are_malformed()
    {
        On(1, Reply.Page([Line(1), Rows.ALine(("record_id", "1"), ("quantity", "77"))]));

        Assert.Equal(new LinesAnswer.Malformed("A line comes twice."), await ReadAsync());
    }

    [Fact]
    public async Task Pages_that_disagree_on_how_many_there_are_are_malformed()
    {
        On(1, Reply.Page([Line(1)], pages: 2));
        On(2, Reply.Page([Line(2)], pages: 3));

        Assert.Equal(new LinesAnswer.Malformed("Its pages do not agree on how many there are."), await ReadAsync());
    }

    [Fact]
    public async Task More_pages_than_a_contract_can_have_are_not_read()
    {
        On(1, Reply.Page([Line(1)], pages: 9999));

        Assert.Equal(new LinesAnswer.Malformed("It has too many pages."), await ReadAsync());
        Assert.Single(Upstream.Requests);
    }

    [Fact]
    public async Task HTML_instead_of_lines_is_retried_and_then_fails()
    {
        On(1, Reply.Html());

        await Assert.ThrowsAsync<EsiUnavailableException>(ReadAsync);
        Assert.Equal(3, Upstream.Requests.Count);
    }

    private static string Line(int record) => Rows.ALine(("record_id", record.ToString(CultureInfo.InvariantCulture)));

    private void On(int page, Reply reply) => Upstream.On($"/contracts/public/items/{Contract}?page={page}", reply);

    private Task<LinesAnswer> ReadAsync() => Esi.GetLinesAsync(Contract, default);

    private async Task<IReadOnlyList<ContractLine>> ReadCompleteAsync() => Assert.IsType<LinesAnswer.Complete>(await ReadAsync()).Lines;
}
