namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// An index from the kinds of lines to the rows of a block that takes no more rows. As rows never change, it is made once and serves every
/// state.
/// </summary>
internal sealed class LinePostings
{
    // _kinds: each kind once, the lowest first. _ends: where the rows of each kind end in _rows. _rows: the rows of all kinds.
    // Places fit an unsigned short, as a block of several rows has at most 20,000 lines.
    private readonly int[] _kinds;
    private readonly ushort[] _ends;
    private readonly ushort[] _rows;

    public LinePostings(ContractBlock block)
    {
        var lines = new List<int>();
        var rows = new List<ushort>();
        for (ushort at = 0; at < block.Count; at++)
        {
            foreach (var kind in block.LinesOf(at))
            {
                lines.Add(kind);
                rows.Add(at);
            }
        }

        (var kinds, _rows) = (lines.ToArray(), rows.ToArray());
        Array.Sort(kinds, _rows);
        _kinds = [.. kinds.Distinct()];
        _ends = new ushort[_kinds.Length];
        for (int line = 0, kind = 0; line < kinds.Length; line++)
        {
            if (kinds[line] != _kinds[kind]) kind++;
            _ends[kind] = (ushort)(line + 1);
        }
    }

    public long Bytes => Buffer.ByteLength(_kinds) + Buffer.ByteLength(_ends) + Buffer.ByteLength(_rows);

    /// <summary>Sets the bits of the rows with a line of a wanted kind.</summary>
    /// <param name="wanted">The wanted kinds, one bit each.</param>
    /// <param name="few">The wanted kinds as numbers; null if they are many, so that it is cheaper to test each kind of the block.</param>
    /// <param name="met">The rows, one bit each.</param>
    public void Mark(ReadOnlySpan<ulong> wanted, int[]? few, Span<ulong> met)
    {
        if (few is null)
        {
            for (var place = 0; place < _kinds.Length; place++)
            {
                if (Bits.Has(wanted, _kinds[place])) MarkRows(place, met);
            }

            return;
        }

        foreach (var kind in few)
        {
            if (Array.BinarySearch(_kinds, kind) is >= 0 and var place) MarkRows(place, met);
        }
    }

    private void MarkRows(int place, Span<ulong> met)
    {
        for (var line = place == 0 ? 0 : _ends[place - 1]; line < _ends[place]; line++) met[_rows[line] / 64] |= 1UL << (_rows[line] % 64);
    }
}
