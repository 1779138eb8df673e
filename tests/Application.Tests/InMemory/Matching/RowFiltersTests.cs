using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.InMemory.Matching;

/// <summary>Which rows each condition keeps and which it removes.</summary>
public sealed class RowFiltersTests
{
    private const int Rows = 2_200;

    /// <summary>Rows in three blocks, at prices from 0 to 99.</summary>
    private static readonly LiveMarket Many = Memories.AStateOf(Enumerable.Range(1, Rows).Select(id => Numbered(id).Priced(id % 100).Listed()));

    /// <summary>The same rows; each offers two copies, whose runs follow from its number.</summary>
    private static readonly LiveMarket Copies = Memories.AStateOf(Enumerable.Range(1, Rows).Select(Copy));

    [Theory]
    [InlineData(0, long.MaxValue, 1, 2, 3, 5)]
    [InlineData(100, 10_000, 2, 3)]
    [InlineData(101, 9_999)]
    [InlineData(0, 0, 1)]
    [InlineData(10_001, long.MaxValue, 5)]
    [InlineData(long.MaxValue, long.MaxValue, 5)]
    public void Amounts_are_within_both_bounds_and_a_missing_amount_is_in_no_range(long lowest, long highest, params int[] kept)
    {
        var market = Memories.AStateOf(
            Numbered(1).Priced(0).Listed(), Numbered(2).Priced(1).Listed(), Numbered(3).Priced(100).Listed(), ACourier(4).Listed(),
            Numbered(5).Priced(92_233_720_368_547_758.07m).Listed());

        Assert.Equal(kept, Kept(market, new RangeFilter(block => block.Price, lowest, highest)));
    }

    [Theory]
    [InlineData(0, double.PositiveInfinity, 1, 2, 3)]
    [InlineData(10, 10.5, 2, 3)]
    [InlineData(10.1, 10.4)]
    public void Numbers_are_within_both_bounds_and_none_is_in_no_range(double lowest, double highest, params int[] kept)
    {
        var market = Memories.AStateOf(new double?[] { 0, 10, 10.5, null }.Select((volume, index) => ACourier(index + 1).With(row => row with { Volume = volume }).Listed()));

        Assert.Equal(kept, Kept(market, new NumberFilter(block => block.Volume, lowest, highest)));
    }

    [Fact]
    public void Later_means_after_the_instant_and_not_at_it()
    {
        var market = Memories.AStateOf(
            Numbered(1).Expiring(Noon.AddSeconds(-1)).Listed(), Numbered(2).Expiring(Noon).Listed(), Numbered(3).Expiring(Noon.AddSeconds(1)).Listed());

        Assert.Equal([3], Kept(market, new RangeFilter(block => block.DateExpired, Noon.ToUnixTimeMilliseconds() + 1, long.MaxValue)));
    }

    [Fact]
    public void Only_rows_with_a_wanted_code_are_kept()
    {
        var market = Memories.AStateOf(ACourier(1).From(JitaStation).Listed(), ACourier(2).From(Keepstar).Listed(), ACourier(3).From(null).Listed());

        Assert.Equal([2], Kept(market, new CodeFilter(block => block.Start, [false, true])));
        Assert.Equal([1, 2], Kept(market, new CodeFilter(block => block.Start, [true, true])));
    }

    [Fact]
    public void Segments_are_those_that_are_wanted()
    {
        var market = Memories.AStateOf(
            Numbered(1).Offering(Known.Rokh).Build(), Numbered(2).Offering(Known.Railgun).Build(), Numbered(3).Listed(), AnAuction(4).Offering(Known.Rokh).Build());

        Assert.Equal([1], Kept(market, new SegmentFilter(segment => segment is { Type: ContractType.ItemExchange, IsShipContract: true })));
    }

    [Theory]
    [InlineData((byte)RowFlags.Copies, true, 2)]
    [InlineData((byte)RowFlags.Copies, false, 1, 3, 4)]
    [InlineData((byte)RowFlags.Wanted, true, 3)]
    [InlineData((byte)RowFlags.Wanted, false, 1, 2, 4)]
    [InlineData((byte)RowFlags.ForCorporation, true, 4)]
    [InlineData((byte)RowFlags.ForCorporation, false, 1, 2, 3)]
    public void A_flag_is_set_or_it_is_not(byte flag, bool isSet, params int[] kept)
    {
        var market = Memories.AStateOf(
            Numbered(1).Offering(Known.Rokh).Build(), Numbered(2).OfferingCopy(Known.RifterBlueprint).Build(), Numbered(3).Requesting(Known.Rokh).Build(),
            ACourier(4).With(row => row with { ForCorporation = true }).Listed());

        Assert.Equal(kept, Kept(market, new FlagFilter((RowFlags)flag, isSet)));
    }

    [Fact]
    public void A_row_is_kept_if_one_of_its_lines_is_of_a_wanted_kind()
    {
        var market = Memories.AStateOf(
            Numbered(1).Offering(Known.Rokh).Offering(Known.Railgun).Build(), Numbered(2).Offering(Known.Railgun).Build(), Numbered(3).Listed(),
            Numbered(4).Offering(Known.Rifter).Offering(Known.Mystery).Offering(Known.Rokh).Build(), Numbered(5).Requesting(Known.Rokh).Build());
        var types = market.Dictionaries.Types;

        Assert.Equal([1, 4], Kept(market, new LineFilter(Kinds(market, kind => kind.IsOffered && types[kind.Type] == Known.Rokh))));
        Assert.Equal([], Kept(market, new LineFilter(Kinds(market, _ => false))));
        Assert.Equal([1, 2, 4, 5], Kept(market, new LineFilter(Kinds(market, _ => true))));
    }

    /// <summary>Complete blocks are looked up by kind where many rows must be checked; all others are checked row by row.</summary>
    [Fact]
    public void Lines_are_found_in_every_block_for_few_and_many_kinds_and_rows()
    {
        Gen.Select(Gen.OneOf(1, 3, 64, 65, 180), Gen.Int[0, 199], Gen.Int[0, 99]).Sample((size, first, price) =>
        {
            var wanted = Enumerable.Range(first, size).Select(runs => runs % 200).ToHashSet();
            var filter = new LineFilter(Kinds(Copies, kind => wanted.Contains(kind.Runs!.Value)));

            Assert.Equal(Ids(id => wanted.Contains(id % 200) || wanted.Contains(id % 7)), Kept(Copies, filter));
            Assert.Equal(Ids(id => id % 100 <= price && (wanted.Contains(id % 200) || wanted.Contains(id % 7))), Kept(Copies, UpTo(price), filter));
        });
    }

    [Fact]
    public void New_lines_are_only_in_later_states_whichever_state_is_filtered_first()
    {
        static int Count(LiveMarket market) => Kept(market, new LineFilter(Kinds(market, _ => true))).Count;
        var memory = new MarketMemory();
        memory.Take(Enumerable.Range(1, 100).Select(Copy));
        var before = memory.Publish();
        var asked = Count(before);
        memory.Take(Enumerable.Range(101, Rows).Select(Copy));
        var after = memory.Publish();

        Assert.Equal((100, Rows + 100, 100), (asked, Count(after), Count(before)));
    }

    [Fact]
    public void Conditions_combine_like_sets_in_every_block() => Gen.Select(Gen.Int[0, 99], Gen.Int[0, 99]).Sample((one, other) =>
    {
        var (up, down) = (UpTo(one), new RangeFilter(block => block.Price, other * 100L, long.MaxValue));
        bool IsUp(int id) => id % 100 <= one;
        bool IsDown(int id) => id % 100 >= other;

        Assert.Equal(Ids(IsUp), Kept(Many, up));
        Assert.Equal(Ids(id => !IsUp(id)), Kept(Many, new NotFilter(up)));
        Assert.Equal(Ids(id => IsUp(id) || IsDown(id)), Kept(Many, new EitherFilter(up, down)));
        Assert.Equal(Ids(id => IsUp(id) && IsDown(id)), Kept(Many, up, down));
        Assert.Equal(Ids(id => IsUp(id) && !IsDown(id)), Kept(Many, up, new NotFilter(down)));
    });

    [Fact]
    public void No_condition_adds_rows_that_were_removed_before()
    {
        var (none, all) = (UpTo(-1), UpTo(99));

        Assert.Empty(Kept(Many, none, all));
        Assert.Empty(Kept(Many, none, new NotFilter(none)));
        Assert.Empty(Kept(Many, none, new EitherFilter(all, new NotFilter(none))));
    }

    [Fact]
    public void The_second_of_two_alternatives_checks_only_the_rows_that_the_first_refused()
    {
        var seen = new Seen();

        Kept(Many, new EitherFilter(UpTo(90), seen));

        Assert.Equal(Rows * 9 / 100, seen.Rows);
    }

    [Fact]
    public void Each_part_has_its_condition_and_what_is_in_no_part_is_not_kept()
    {
        var (low, high) = (UpTo(9), new RangeFilter(block => block.Price, 5_000, long.MaxValue));
        var parted = new PartedFilter([(low, UpTo(4)), (high, new NotFilter(UpTo(89)))]);

        Assert.Equal(Ids(id => id % 100 <= 4 || id % 100 >= 90), Kept(Many, parted));
        Assert.Equal(Ids(id => id % 100 <= 4), Kept(Many, UpTo(50), parted));
        Assert.Empty(Kept(Many, new PartedFilter([])));
    }

    private static Contract Copy(int id) => Numbered(id).Priced(id % 100)
        .OfferingCopy(Known.RifterBlueprint, runs: id % 200).OfferingCopy(Known.RifterBlueprint, runs: id % 7).Build();

    private static RangeFilter UpTo(int price) => new(block => block.Price, 0, price * 100L);

    private static IEnumerable<int> Ids(Func<int, bool> which) => Enumerable.Range(1, Rows).Where(which);

    private static List<int> Kept(LiveMarket market, params IRowFilter[] filters)
    {
        using var rows = market.AllRows();
        foreach (var filter in filters) rows.Keep(filter);
        return [.. rows.Ids().Select(id => (int)id)];
    }

    /// <summary>Counts the rows that it has to check.</summary>
    private sealed class Seen : IRowFilter
    {
        public int Rows { get; private set; }

        public void Keep(BlockView view, Span<ulong> rows) => Rows += Bits.Count(rows);
    }

    /// <summary>A bit for every kind of lines that meets the condition.</summary>
    private static ulong[] Kinds(LiveMarket market, Func<LineKind, bool> meets)
    {
        var kinds = Bits.Room(market.Dictionaries.Lines.Count);
        for (var code = 0; code < market.Dictionaries.Lines.Count; code++)
        {
            if (meets(market.Dictionaries.Lines[code])) kinds[code / 64] |= 1UL << code;
        }

        return kinds;
    }
}
