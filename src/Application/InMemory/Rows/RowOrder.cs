namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// The rows of a block that takes no more rows, in the order of one sort. First come the rows with a key, ordered by key and then by id.
/// After them come the rows without a key, ordered by id. Rows never change, so the order is made once and serves every state.
/// </summary>
internal sealed class RowOrder
{
    private readonly short[] _rows;
    private readonly int _keyed;

    private RowOrder(short[] rows, int keyed) => (_rows, _keyed) = (rows, keyed);

    public int Count => _rows.Length;

    public long Bytes => Buffer.ByteLength(_rows);

    /// <summary>The row at a place of the ascending or descending order. Rows without a key are last in both (B8).</summary>
    public int At(int place, bool isDescending) =>
        !isDescending ? _rows[place] : place < _keyed ? _rows[_keyed - 1 - place] : _rows[Count - 1 - (place - _keyed)];

    /// <param name="keys">Reads a row's key.</param>
    /// <param name="none">The key that means no key; it is the highest.</param>
    /// <param name="block">The block whose rows are ordered.</param>
    public static RowOrder Of(Func<ContractBlock, int, long> keys, long none, ContractBlock block)
    {
        var (rows, ranks) = (new short[block.Count], new (long Key, long Id)[block.Count]);
        for (short at = 0; at < rows.Length; at++) (rows[at], ranks[at]) = (at, (keys(block, at), block.Id[at]));
        Array.Sort(ranks, rows);
        return new RowOrder(rows, ranks.Count(rank => rank.Key != none));
    }
}
