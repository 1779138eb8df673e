namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// The rows of a block that takes no more, in the order of one sort: those with a key, the lowest first and then the lower id, and
/// behind them those without one, by id. Rows never change, so it is made once and serves every state.
/// </summary>
internal sealed class RowOrder
{
    private readonly short[] _rows;
    private readonly int _keyed;

    private RowOrder(short[] rows, int keyed) => (_rows, _keyed) = (rows, keyed);

    public int Count => _rows.Length;

    public long Bytes => Buffer.ByteLength(_rows);

    /// <summary>The row at a place, in the order or turned round: what has no key is last in both (B8).</summary>
    public int At(int place, bool isDescending) =>
        !isDescending ? _rows[place] : place < _keyed ? _rows[_keyed - 1 - place] : _rows[Count - 1 - (place - _keyed)];

    /// <param name="keys">A row's key.</param>
    /// <param name="none">Stands for none, and is the highest.</param>
    /// <param name="block">Whose rows.</param>
    public static RowOrder Of(Func<ContractBlock, int, long> keys, long none, ContractBlock block)
    {
        var (rows, ranks) = (new short[block.Count], new (long Key, long Id)[block.Count]);
        for (short at = 0; at < rows.Length; at++) (rows[at], ranks[at]) = (at, (keys(block, at), block.Id[at]));
        Array.Sort(ranks, rows);
        return new RowOrder(rows, ranks.Count(rank => rank.Key != none));
    }
}
