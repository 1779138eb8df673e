using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Application.Tests.Given;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.InMemory.Matching;

/// <summary>Sort values as whole numbers; the lower one comes first (B8).</summary>
public sealed class SortColumnTests
{
    private static readonly Gen<double> Finite = Gen.OneOf(
        Gen.Double.Where(double.IsFinite), Gen.Double[-1e9, 1e9], Gen.OneOf(0.0, -0.0, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue, 0.1 + 0.2, 0.3));

    private static readonly Gen<long> Amount = Gen.OneOf(Gen.Long[0, long.MaxValue], Gen.Long[0, 3], Gen.Long[long.MaxValue - 3, long.MaxValue]);

    [Fact]
    public void Keys_of_numbers_are_in_the_order_of_the_numbers() => Gen.Select(Finite, Finite).Sample((one, other) =>
        Assert.Equal(one.CompareTo(other), NumberKeys.KeyOf(one).CompareTo(NumberKeys.KeyOf(other))));

    [Fact]
    public void Zero_and_negative_zero_have_the_same_key()
    {
        Assert.Equal(NumberKeys.KeyOf(0.0), NumberKeys.KeyOf(-0.0));
        Assert.True(NumberKeys.KeyOf(-double.Epsilon) < NumberKeys.KeyOf(0.0));
        Assert.True(NumberKeys.KeyOf(0.0) < NumberKeys.KeyOf(double.Epsilon));
    }

    [Fact]
    public void Keys_of_amounts_are_in_the_order_of_the_amounts() => Gen.Select(Amount, Amount).Sample((one, other) =>
        Assert.Equal(one.CompareTo(other), AmountKeys.KeyOf(one).CompareTo(AmountKeys.KeyOf(other))));

    [Fact]
    public void A_missing_value_comes_last_in_both_directions()
    {
        Assert.Equal((SortColumn.None, SortColumn.None), (AmountKeys.KeyOf(-1), NumberKeys.KeyOf(double.NaN)));
        foreach (var key in (long[])[AmountKeys.KeyOf(long.MaxValue), AmountKeys.KeyOf(0), NumberKeys.KeyOf(double.MaxValue), NumberKeys.KeyOf(double.MinValue)])
        {
            Assert.True(Turning(false).TurnKey(key) < SortColumn.None);
            Assert.True(Turning(true).TurnKey(key) < SortColumn.None);
        }
    }

    [Fact]
    public void A_descending_column_reverses_keys_and_ids_but_missing_values_stay_last()
    {
        Assert.Equal((3, 3, SortColumn.None), (Turning(false).Turn(3), Turning(false).TurnKey(3), Turning(false).TurnKey(SortColumn.None)));
        Assert.Equal((-3, -3, SortColumn.None), (Turning(true).Turn(3), Turning(true).TurnKey(3), Turning(true).TurnKey(SortColumn.None)));
    }

    [Theory]
    [InlineData(false, 1, 3, 4, 2)]
    [InlineData(true, 4, 3, 1, 2)]
    public void Rows_are_ranked_by_their_key_and_then_by_their_id(bool isDescending, params int[] sorted)
    {
        var market = Memories.AStateOf(
            ACourier(1).With(row => row with { DaysToComplete = 0 }).Listed(), ACourier(2).Listed(), ACourier(3).With(row => row with { DaysToComplete = 7 }).Listed(),
            ACourier(4).With(row => row with { DaysToComplete = 7 }).Listed());
        var column = new SortColumn(new WholeKeys(block => block.DaysToComplete), 0, isDescending);

        var ranked = Enumerable.Range(0, 4).Select(at => column.Rank(market.Blocks[0].Block, new RowAt(0, at))).Order();

        Assert.Equal(sorted, ranked.Select(row => (int)market.IdOf(row.Row)));
    }

    [Fact]
    public void The_order_of_a_complete_block_is_cached()
    {
        var market = Memories.AStateOf(Enumerable.Range(1, ContractBlock.Size + 1).Select(id => ACourier(id).Listed()));
        var column = Turning(isDescending: false);

        Assert.Equal(ContractBlock.Size, column.OrderOf(market.Blocks[0])!.Count);
        Assert.Same(column.OrderOf(market.Blocks[0]), Turning(isDescending: true).OrderOf(market.Blocks[0]));
        Assert.Null(column.OrderOf(market.Blocks[1]));
    }

    [Fact]
    public void One_request_sorts_at_most_64_blocks_and_leaves_the_others_to_later_requests()
    {
        var blocks = Enumerable.Range(0, 70).Select(_ => new BlockView(new ContractBlock(), [], IsComplete: true)).ToList();
        var column = Turning(isDescending: false);

        var made = blocks.ConvertAll(column.OrderOf);

        Assert.All(made.Take(64), order => Assert.NotNull(order));
        Assert.All(made.Skip(64), Assert.Null);
        Assert.All(blocks.ConvertAll(Turning(isDescending: true).OrderOf), order => Assert.NotNull(order));
    }

    private static SortColumn Turning(bool isDescending) => new(new InstantKeys(block => block.DateIssued), 0, isDescending);
}
