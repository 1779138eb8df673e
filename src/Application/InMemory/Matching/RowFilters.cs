using System.Numerics;
using System.Runtime.Intrinsics;
using HangarBay.Application.Contracts.Market;
using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.InMemory.Matching;

/// <summary>A condition on rows of contracts, prepared for one state of the market.</summary>
internal interface IRowFilter
{
    /// <summary>Removes the rows that do not meet the condition.</summary>
    void Keep(BlockView view, Span<ulong> rows);
}

/// <summary>
/// Numbers from <paramref name="Lowest"/> to <paramref name="Highest"/>, both included. They are amounts in hundredths of an ISK, or instants
/// in Unix milliseconds. An amount of -1 means none and is below every range.
/// </summary>
internal sealed record RangeFilter(Func<ContractBlock, long[]> Column, long Lowest, long Highest) : IRowFilter
{
    public void Keep(BlockView view, Span<ulong> rows)
    {
        ReadOnlySpan<long> column = Column(view.Block);
        for (var word = 0; word < rows.Length; word++)
        {
            if (rows[word] != 0) rows[word] &= Within(column.Slice(word * 64, 64));
        }
    }

    /// <summary>
    /// One bit for each number. Several numbers are compared at once, which is cheaper than first finding out which of them are of rows in
    /// question.
    /// </summary>
    private ulong Within(ReadOnlySpan<long> numbers)
    {
        var (lowest, highest, met) = (Vector256.Create(Lowest), Vector256.Create(Highest), 0UL);
        for (var at = 0; at < numbers.Length; at += Vector256<long>.Count)
        {
            var some = Vector256.Create(numbers[at..]);
            var within = Vector256.GreaterThanOrEqual(some, lowest) & Vector256.LessThanOrEqual(some, highest);
            met |= (ulong)within.ExtractMostSignificantBits() << at;
        }

        return met;
    }
}

/// <summary>Numbers from <paramref name="Lowest"/> to <paramref name="Highest"/>, both included. A row without a number does not meet it.</summary>
internal sealed record NumberFilter(Func<ContractBlock, double[]> Column, double Lowest, double Highest) : IRowFilter
{
    public void Keep(BlockView view, Span<ulong> rows) => RowTests.Keep(rows, new Test(Column(view.Block), Lowest, Highest));

    private readonly struct Test(double[] column, double lowest, double highest) : IRowTest
    {
        // NaN, which means no number, is within no bounds.
        public bool Meets(int at) => column[at] >= lowest && column[at] <= highest;
    }
}

/// <summary>Rows with a wanted code. A row without a code does not meet it.</summary>
internal sealed record CodeFilter(Func<ContractBlock, int[]> Column, bool[] Wanted) : IRowFilter
{
    public void Keep(BlockView view, Span<ulong> rows) => RowTests.Keep(rows, new Test(Column(view.Block), Wanted));

    private readonly struct Test(int[] column, bool[] wanted) : IRowTest
    {
        // A code that came after the state was published is in no row of it.
        public bool Meets(int at) => column[at] >= 0 && wanted[column[at]];
    }
}

/// <summary>Rows of wanted segments, indexed by <see cref="SegmentCode"/>.</summary>
internal sealed record SegmentFilter(bool[] Wanted) : IRowFilter
{
    public SegmentFilter(Func<Segment, bool> wants)
        : this(SegmentCode.Map(wants))
    {
    }

    public void Keep(BlockView view, Span<ulong> rows)
    {
        Span<ulong> met = stackalloc ulong[rows.Length];
        met.Clear();
        foreach (var segment in Bits.Of([view.Block.Segments]))
        {
            if (!Wanted[segment]) continue;
            var own = view.Block.RowsOf(segment);
            for (var word = 0; word < met.Length; word++) met[word] |= own[word];
        }

        Bits.Keep(rows, met);
    }
}

internal sealed record FlagFilter(RowFlags Flag, bool IsSet) : IRowFilter
{
    public void Keep(BlockView view, Span<ulong> rows) => RowTests.Keep(rows, new Test(view.Block.Flags, (byte)Flag, IsSet));

    private readonly struct Test(byte[] column, byte flag, bool isSet) : IRowTest
    {
        public bool Meets(int at) => ((column[at] & flag) != 0) == isSet;
    }
}

/// <summary>Contracts with a line of a wanted kind; the wanted kinds are one bit each.</summary>
internal sealed class LineFilter(ulong[] wanted) : IRowFilter
{
    /// <summary>If at least this many rows of a block are in question, they are looked up by kind; fewer are looked at one by one.</summary>
    private const int WorthPostings = 64;

    private const int MostFew = 64;

    private readonly int[]? _few = Bits.Count(wanted) <= MostFew ? Bits.ToArray(wanted) : null;
    private readonly MakingBudget _making = new();

    public void Keep(BlockView view, Span<ulong> rows)
    {
        if (Bits.Count(rows) < WorthPostings || view.Postings(_making) is not { } postings)
        {
            RowTests.Keep(rows, new Test(view.Block, view.Block.Lines, wanted));
            return;
        }

        Span<ulong> met = stackalloc ulong[rows.Length];
        met.Clear();
        postings.Mark(wanted, _few, met);
        Bits.Keep(rows, met);
    }

    private readonly struct Test(ContractBlock block, int[] lines, ulong[] wanted) : IRowTest
    {
        public bool Meets(int at)
        {
            var end = block.FirstLine[at] + block.LineCount[at];
            for (var line = block.FirstLine[at]; line < end; line++)
            {
                if (Bits.Has(wanted, lines[line])) return true;
            }

            return false;
        }
    }
}

/// <summary>Rows that do not meet the filter.</summary>
internal sealed record NotFilter(IRowFilter Filter) : IRowFilter
{
    public void Keep(BlockView view, Span<ulong> rows)
    {
        Span<ulong> met = stackalloc ulong[rows.Length];
        rows.CopyTo(met);
        Filter.Keep(view, met);
        for (var word = 0; word < rows.Length; word++) rows[word] &= ~met[word];
    }
}

/// <summary>Rows that meet one filter or the other.</summary>
internal sealed record EitherFilter(IRowFilter One, IRowFilter Other) : IRowFilter
{
    public void Keep(BlockView view, Span<ulong> rows)
    {
        Span<ulong> one = stackalloc ulong[rows.Length], rest = stackalloc ulong[rows.Length];
        rows.CopyTo(one);
        One.Keep(view, one);
        // The other filter sees only the rows that the first one did not take, as it may cost more.
        for (var word = 0; word < rows.Length; word++) rest[word] = rows[word] & ~one[word];
        Other.Keep(view, rest);
        for (var word = 0; word < rows.Length; word++) rows[word] = one[word] | rest[word];
    }
}

/// <summary>Rows of several parts, each with a condition of its own. The parts share no row; a row of none does not meet it.</summary>
internal sealed record PartedFilter(IReadOnlyList<(IRowFilter Rows, IRowFilter Condition)> Parts) : IRowFilter
{
    public void Keep(BlockView view, Span<ulong> rows)
    {
        Span<ulong> part = stackalloc ulong[rows.Length], met = stackalloc ulong[rows.Length];
        met.Clear();
        foreach (var (own, condition) in Parts)
        {
            rows.CopyTo(part);
            own.Keep(view, part);
            condition.Keep(view, part);
            for (var word = 0; word < rows.Length; word++) met[word] |= part[word];
        }

        met.CopyTo(rows);
    }
}

/// <summary>A condition on one row of a block. Implementations are structs, so that the compiler makes a separate loop for each.</summary>
internal interface IRowTest
{
    bool Meets(int at);
}

internal static class RowTests
{
    public static void Keep<TTest>(Span<ulong> rows, TTest test)
        where TTest : struct, IRowTest
    {
        for (var word = 0; word < rows.Length; word++)
        {
            var kept = 0UL;
            for (var rest = rows[word]; rest != 0; rest &= rest - 1)
            {
                var bit = BitOperations.TrailingZeroCount(rest);
                if (test.Meets((word * 64) + bit)) kept |= 1UL << bit;
            }

            rows[word] = kept;
        }
    }
}
