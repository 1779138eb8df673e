using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.InMemory.Matching;

/// <summary>The sort of rows of one state. Keys are whole numbers, and the lower key comes first.</summary>
/// <param name="keys">Reads the keys.</param>
/// <param name="sort">The sort's number among those for which blocks keep an order.</param>
/// <param name="isDescending">Whether the order is descending.</param>
internal sealed class SortColumn(IKeyReader keys, int sort, bool isDescending)
{
    /// <summary>Rows without a key come last in both directions (B8).</summary>
    public const long None = long.MaxValue;

    private readonly MakingBudget _making = new();

    public bool IsDescending => isDescending;

    /// <summary>Negates a number if the sort is descending. So ids break ties in the direction of the sort.</summary>
    public long Turn(long number) => isDescending ? -number : number;

    /// <summary>The same for a key; <see cref="None"/> stays the last.</summary>
    public long TurnKey(long key) => key == None ? None : Turn(key);

    public RankedRow Rank(ContractBlock block, RowAt row) => new(TurnKey(keys.KeyOf(block, row.At)), Turn(block.Id[row.At]), row);

    /// <summary>The order of a block's rows; null if there is none, see <see cref="BlockView.OrderBy"/>.</summary>
    public RowOrder? OrderOf(BlockView view) => view.OrderBy(sort, keys.KeyOf, None, _making);
}

/// <summary>Reads the keys of one sort. A key is above <c>long.MinValue + 1</c>; <see cref="SortColumn.None"/> means no key.</summary>
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
    /// <summary>The key is the amount less one, so that the highest possible amount differs from <see cref="SortColumn.None"/>.</summary>
    public static long KeyOf(long hundredths) => hundredths < 0 ? SortColumn.None : hundredths - 1;

    public long KeyOf(ContractBlock block, int at) => KeyOf(Column(block)[at]);
}

internal sealed record NumberKeys(Func<ContractBlock, double[]> Column) : IKeyReader
{
    /// <summary>
    /// The bits of a double, read as a whole number, sort like the double once the bits of negative numbers are inverted. Positive and
    /// negative zero have the same key.
    /// </summary>
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
