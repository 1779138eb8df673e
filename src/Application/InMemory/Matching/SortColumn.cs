using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.InMemory.Matching;

/// <summary>What rows of one state are sorted by, as whole numbers of which the lower comes first.</summary>
internal sealed class SortColumn(IKeyReader keys, bool isDescending)
{
    /// <summary>Rows without a key come last in both directions (B8).</summary>
    public const long None = long.MaxValue;

    /// <summary>Ids break ties in the direction of the sort.</summary>
    public long Turn(long number) => isDescending ? -number : number;

    /// <summary>The same of a key, of which none stays the last.</summary>
    public long TurnKey(long key) => key == None ? None : Turn(key);

    /// <summary>Fills in the keys of some rows of a block.</summary>
    public void ReadKeys(ContractBlock block, ReadOnlySpan<ulong> rows, Span<long> into)
    {
        keys.Read(block, rows, into);
        if (!isDescending) return;
        foreach (var at in Bits.Of(rows)) into[at] = TurnKey(into[at]);
    }
}

/// <summary>Reads the keys of one sort. A key is above <c>long.MinValue + 1</c>, and <see cref="SortColumn.None"/> stands for none.</summary>
internal interface IKeyReader
{
    void Read(ContractBlock block, ReadOnlySpan<ulong> rows, Span<long> into);
}

internal sealed record InstantKeys(Func<ContractBlock, long[]> Column) : IKeyReader
{
    public void Read(ContractBlock block, ReadOnlySpan<ulong> rows, Span<long> into)
    {
        var column = Column(block);
        foreach (var at in Bits.Of(rows)) into[at] = column[at];
    }
}

internal sealed record AmountKeys(Func<ContractBlock, long[]> Column) : IKeyReader
{
    /// <summary>One less, as the highest amount there can be is not none.</summary>
    public static long KeyOf(long hundredths) => hundredths < 0 ? SortColumn.None : hundredths - 1;

    public void Read(ContractBlock block, ReadOnlySpan<ulong> rows, Span<long> into)
    {
        var column = Column(block);
        foreach (var at in Bits.Of(rows)) into[at] = KeyOf(column[at]);
    }
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

    public void Read(ContractBlock block, ReadOnlySpan<ulong> rows, Span<long> into)
    {
        var column = Column(block);
        foreach (var at in Bits.Of(rows)) into[at] = KeyOf(column[at]);
    }
}

internal sealed record WholeKeys(Func<ContractBlock, int[]> Column) : IKeyReader
{
    public void Read(ContractBlock block, ReadOnlySpan<ulong> rows, Span<long> into)
    {
        var column = Column(block);
        foreach (var at in Bits.Of(rows)) into[at] = column[at] == ContractBlock.NullNumber ? SortColumn.None : column[at];
    }
}

internal sealed record ShipKeys(ShipOrder Order) : IKeyReader
{
    public void Read(ContractBlock block, ReadOnlySpan<ulong> rows, Span<long> into)
    {
        foreach (var at in Bits.Of(rows)) into[at] = block.ShipName[at] < 0 ? SortColumn.None : Order.PlaceOf(block.ShipName[at]);
    }
}
