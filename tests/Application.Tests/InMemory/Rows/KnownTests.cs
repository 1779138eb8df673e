using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.Tests.InMemory.Rows;

/// <summary>Rows of reference data, by id and by code.</summary>
public sealed class KnownTests
{
    private readonly Known<long, string> _rows = new();

    [Fact]
    public void An_id_that_is_mentioned_has_a_code_before_its_row_is_known()
    {
        Assert.Equal([0, 1, 0], new[] { 30L, 10, 30 }.Select(_rows.Of));

        Assert.Null(_rows.Publish().RowOf(0));
        Assert.True(_rows.Mentions(10));
        Assert.False(_rows.Mentions(20));
    }

    [Fact]
    public void A_row_keeps_the_code_that_its_id_had()
    {
        var code = _rows.Of(30);

        _rows.Set(10, "ten");
        _rows.Set(30, "thirty");
        _rows.Set(30, "thirty anew");

        Assert.Equal((code, 2), (_rows.Of(30), _rows.Count));
        Assert.Equal("thirty anew", _rows.Publish().RowOf(code));
    }

    [Fact]
    public void Readers_keep_the_rows_from_before_a_change()
    {
        _rows.Set(10, "ten");
        _rows.Of(20);
        var first = _rows.Publish();
        _rows.Set(10, "ten anew");
        _rows.Set(20, "twenty");
        _rows.Set(30, "thirty");
        var second = _rows.Publish();

        Assert.Equal(("ten", null, null), (first.Find(10), first.Find(20), first.Find(30)));
        Assert.Equal(("ten anew", "twenty", "thirty"), (second.Find(10), second.Find(20), second.Find(30)));
        Assert.Equal((2, 3), (first.Count, second.Count));
        Assert.False(first.TryFindCode(30, out _));
    }

    [Fact]
    public void All_rows_are_those_that_are_known()
    {
        foreach (var id in (long[])[10, 20, 30]) _rows.Of(id);
        _rows.Set(30, "thirty");
        _rows.Set(10, "ten");

        Assert.Equal(["ten", "thirty"], _rows.Publish().All);
    }

    [Fact]
    public void A_code_leads_to_its_id_and_row()
    {
        _rows.Of(10);
        _rows.Set(20, "twenty");
        var rows = _rows.Publish();

        Assert.True(rows.TryFindCode(20, out var code));
        Assert.Equal((20, "twenty"), (rows[code], rows.RowOf(code)));
        Assert.Equal((10, null), (rows[0], rows.RowOf(0)));
    }

    [Fact]
    public void Ids_without_a_row_are_listed_from_a_given_code()
    {
        foreach (var id in (long[])[10, 20, 30, 40]) _rows.Of(id);
        _rows.Set(30, "thirty");

        Assert.Equal([10, 20, 40], _rows.WithoutRow(0));
        Assert.Equal([40], _rows.WithoutRow(2));
        Assert.Empty(_rows.WithoutRow(4));
    }
}
