namespace HangarBay.EsiSandbox.Engine.Exports;

/// <summary>
/// Rows as a stream of known length that makes them while it is read. A tar entry states its length before its content, and a table of
/// all contracts is too large for memory.
/// </summary>
internal sealed class RowStream : Stream
{
    private readonly IEnumerator<byte[]> _rows;
    private byte[] _row = [];
    private int _taken;
    private long _position;

    /// <param name="rows">
    /// The rows. They are enumerated twice, once for the length and once for the content, and must be the same each time.
    /// </param>
    public RowStream(IEnumerable<byte[]> rows)
    {
        Length = rows.Sum(row => (long)row.Length);
        _rows = rows.GetEnumerator();
    }

    public override bool CanRead => true;

    /// <summary>True, because the tar writer reads the length only from a stream that can seek. It never seeks.</summary>
    public override bool CanSeek => true;

    public override bool CanWrite => false;
    public override long Length { get; }

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        while (_taken == _row.Length)
        {
            if (!_rows.MoveNext())
                return 0;
            (_row, _taken) = (_rows.Current, 0);
        }

        var count = Math.Min(buffer.Length, _row.Length - _taken);
        _row.AsSpan(_taken, count).CopyTo(buffer);
        _taken += count;
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _rows.Dispose();
        base.Dispose(disposing);
    }
}
