using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Application.Tests.Given;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.InMemory.Matching;

/// <summary>
/// Compares a page with a full sort. Few rows are kept in a heap; more than 1,024 are selected at the end. Complete blocks are read in
/// their order where many of their rows are wanted.
/// </summary>
public sealed class RankedRowsTests
{
    private const int Rows = 2_600;

    /// <summary>
    /// Rows in three blocks, with many ties and some without a volume. Every fifth has no collateral, so that a filter can exclude it.
    /// </summary>
    private static readonly LiveMarket Market = Memories.AStateOf(Enumerable.Range(0, Rows).Select(place => place * 1_009 % Rows).Select(id => ACourier(id + 1)
        .With(row => row with { Volume = VolumeOf(id + 1), Collateral = id % 5 == 4 ? null : 1 })
        .Listed()));

    private static readonly Gen<int> Wanted = Gen.OneOf(Gen.Int[1, 101], Gen.Int[1_000, 1_050], Gen.Int[1_000, Rows + 100]);

    [Fact]
    public void A_page_is_what_a_full_sort_shows_there() => Gen.Select(Gen.Bool, Gen.Bool, Gen.OneOf(Gen.Const(0), Gen.Int[0, 1_100], Gen.Int[0, Rows + 10]), Wanted).Sample(
        (isDescending, isSome, skip, take) =>
            Assert.Equal(Sorted(isDescending, isSome).Skip(skip).Take(take), Page(isDescending, isSome, null, skip, take)));

    [Fact]
    public void A_page_continues_after_a_row_even_if_a_filter_removes_that_row() => Gen.Select(Gen.Bool, Gen.Bool, Gen.Int[1, Rows], Wanted).Sample(
        (isDescending, isSome, last, take) => Assert.Equal(
            Sorted(isDescending, isSome: false).SkipWhile(id => id != last).Skip(1).Where(id => !isSome || IsAskedFor(id)).Take(take),
            Page(isDescending, isSome, last, 0, take)));

    [Theory]
    [InlineData(0, 1_024)]
    [InlineData(0, 1_025)]
    [InlineData(1_023, 1)]
    [InlineData(1_024, 1)]
    [InlineData(1_000, 101)]
    [InlineData(Rows - 1, 51)]
    [InlineData(0, Rows)]
    public void No_row_is_lost_where_the_heap_changes_to_the_selection(int skip, int take) =>
        Assert.Equal(Sorted(false, false).Skip(skip).Take(take), Page(false, false, null, skip, take));

    [Theory]
    [InlineData(Rows)]
    [InlineData(Rows + 1)]
    [InlineData(int.MaxValue * 100L)]
    public void Past_the_end_there_is_nothing(long skip) => Assert.Empty(Page(false, false, null, skip, 51));

    [Fact]
    public void After_the_last_row_there_is_nothing() => Assert.Empty(Page(true, false, Sorted(true, false).Last(), 0, 51));

    [Fact]
    public void Without_rows_the_page_is_empty()
    {
        using var none = Memories.AStateOf().AllRows();

        Assert.Empty(RankedRows.Page(none, Column(false), null, 0, 51));
    }

    private static IEnumerable<long> Page(bool isDescending, bool isSome, long? after, long skip, int take)
    {
        using var rows = Market.AllRows();
        if (isSome) rows.Keep(new RangeFilter(block => block.Collateral, 0, 100));
        var column = Column(isDescending);
        RankedRow? last = after is { } id ? new RankedRow(column.TurnKey(NumberKeys.KeyOf(VolumeOf(id) ?? double.NaN)), column.Turn(id), default) : null;
        return RankedRows.Page(rows, column, last, skip, take).Select(row => Market.IdOf(row.Row));
    }

    private static SortColumn Column(bool isDescending) => new(new NumberKeys(block => block.Volume), 0, isDescending);

    private static IEnumerable<long> Sorted(bool isDescending, bool isSome)
    {
        var rows = Enumerable.Range(1, Rows).Select(id => (long)id).Where(id => !isSome || IsAskedFor(id)).OrderBy(id => VolumeOf(id) is null);
        return isDescending
            ? rows.ThenByDescending(VolumeOf).ThenByDescending(id => id)
            : rows.ThenBy(VolumeOf).ThenBy(id => id);
    }

    private static double? VolumeOf(long id) => id % 11 == 0 ? null : id % 13 / 4.0;

    private static bool IsAskedFor(long id) => (id - 1) % 5 != 4;
}
