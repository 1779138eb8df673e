using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.InMemory.Matching;

/// <summary>What rows of one state are sorted by, as whole numbers of which the lower comes first.</summary>
/// <param name="keys">Reads them.</param>
/// <param name="sort">The sort's number among those that blocks keep an order for.</param>
/// <param name="isDescending">Which way.</param>
internal sealed class SortColumn(IKeyReader keys, int sort, bool isDescending)
{
    /// <summary>Rows without a key come last in both directions (B8).</summary>
    public const long None = long.MaxValue;

    private readonly MakingBudget _making = new();

    public bool IsDescending => isDescending;

    /// <summary>Ids break ties in the direction of the sort.</summary>
    public long Turn(long number) => isDescending ? -number : number;

    /// <summary>The same of a key, of which none stays the last.</summary>
    public long TurnKey(long key) => key == None ? None : Turn(key);

    public RankedRow Rank(ContractBlock block, RowAt row) => new(TurnKey(keys.KeyOf(block, row.At)), Turn(block.Id[row.At]), row);

    /// <summary>The order of a block's rows; null where there is none yet.</summary>
    public RowOrder? OrderOf(BlockView view) => view.OrderBy(sort, keys.KeyOf, None, _making);
}

/// <summary>Reads the keys of one sort. A key is above <c>long.MinValue + 1</c>, and <see cref="SortColumn.None"/> stands for none.</summary>
internal interface IKeyReader
{
    long KeyOf(ContractBlock block, int at);
}

internal sealed record InstantKeys(Func<ContractBlock, long[]> Column) : IKeyReader
{
    public long KeyOf(ContractBlock block, int at) => Column(block)[at];
}

internal sealed record AmountKeys(Func<ContractBlock, long[]> Column) : IKeyReader
{
    /// <summary>One less, as the highest amount there can be is not none.</summary>
    public static long KeyOf(long hundredths) => hundredths < 0 ? SortColumn.None : hundredths - 1;

    public long KeyOf(ContractBlock block, int at) => KeyOf(Column(block)[at]);
}

internal sealed record NumberKeys(Func<ContractBlock, double[]> Column) : IKeyReader
{
    /// <summary>The bits of a double stand in its order once those of negative numbers are turned round. The two zeros are one.</summary>
    public static long KeyOf(double number)
    {
        if (double.IsNaN(number)) return SortColumn.None;
        var bits = BitConverter.DoubleToInt64Bits(number + 0.0);
        return bits ^ ((bits >> 63) & long.MaxValue);
    }

    public long KeyOf(ContractBlock block, int at) => KeyOf(Column(block)[at]);
}

internal sealed record WholeKeys(Func<ContractBlock, int[]> Column) : IKeyReader
{
    public long KeyOf(ContractBlock block, int at) => Column(block)[at] is var number and not ContractBlock.NullNumber ? number : SortColumn.None;
}

internal sealed record ShipKeys(ShipOrder Order) : IKeyReader
{
    public long KeyOf(ContractBlock block, int at) => block.ShipName[at] < 0 ? SortColumn.None : Order.PlaceOf(block.ShipName[at]);
}
