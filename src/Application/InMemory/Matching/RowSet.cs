using System.Buffers;
using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.InMemory.Matching;

/// <summary>Some rows of one state of the market, at one market instant.</summary>
internal sealed class RowSet : IDisposable
{
    /// <summary>A loop checks for cancellation after this many blocks, 64k rows. No database engine can interrupt it (decision 20).</summary>
    private const int BlocksBetweenLooks = 64;

    private readonly CancellationToken _cancellationToken;
    private readonly ulong[] _words;

    private RowSet(LiveMarket market, DateTimeOffset instant, CancellationToken cancellationToken)
    {
        (Market, Instant, _cancellationToken) = (market, instant, cancellationToken);
        _words = ArrayPool<ulong>.Shared.Rent(market.Blocks.Count * ContractBlock.Words);
    }

    public LiveMarket Market { get; }

    /// <summary>The moment that the rows are judged at.</summary>
    public DateTimeOffset Instant { get; }

    /// <summary>How many rows there are.</summary>
    public int Count => Bits.Count(All);

    private Span<ulong> All => _words.AsSpan(0, Market.Blocks.Count * ContractBlock.Words);

    /// <summary>All rows that are live at the instant (B1).</summary>
    public static RowSet Live(LiveMarket market, DateTimeOffset instant, CancellationToken cancellationToken)
    {
        var rows = new RowSet(market, instant, cancellationToken);
        for (var block = 0; block < market.Blocks.Count; block++) market.Blocks[block].Alive.CopyTo(rows.Of(block));
        // A contract that expires at the instant is already expired.
        rows.Keep(new RangeFilter(block => block.DateExpired, instant.ToUnixTimeMilliseconds() + 1, long.MaxValue));
        return rows;
    }

    public RowSet Copy()
    {
        var copy = new RowSet(Market, Instant, _cancellationToken);
        All.CopyTo(copy.All);
        return copy;
    }

    /// <summary>The rows of one block.</summary>
    public Span<ulong> Of(int block) => _words.AsSpan(block * ContractBlock.Words, ContractBlock.Words);

    /// <summary>Removes the rows that do not meet the condition.</summary>
    public RowSet Keep(IRowFilter filter)
    {
        ForEachBlock((_, index) => filter.Keep(Market.Blocks[index], Of(index)));
        return this;
    }

    /// <summary>Number of rows of each segment, indexed by <see cref="SegmentCode"/>.</summary>
    public int[] CountBySegment()
    {
        var counts = new int[SegmentCode.Count];
        ForEachBlock((block, index) =>
        {
            foreach (var segment in Bits.Of([block.Segments])) counts[segment] += Bits.CountBoth(Of(index), block.RowsOf(segment));
        });
        return counts;
    }

    /// <summary>All rows, the lowest contract id first.</summary>
    public RowAt[] ById()
    {
        var (ids, rows, next) = (new long[Count], new RowAt[Count], 0);
        ForEachBlock((block, index) =>
        {
            foreach (var at in Bits.Of(Of(index))) (ids[next], rows[next++]) = (block.Id[at], new RowAt(index, at));
        });
        Array.Sort(ids, rows);
        return rows;
    }

    public void ForEachBlock(Action<ContractBlock, int> visit)
    {
        for (var index = 0; index < Market.Blocks.Count; index++)
        {
            if (index % BlocksBetweenLooks == 0) _cancellationToken.ThrowIfCancellationRequested();
            visit(Market.Blocks[index].Block, index);
        }
    }

    public void Dispose() => ArrayPool<ulong>.Shared.Return(_words);
}
