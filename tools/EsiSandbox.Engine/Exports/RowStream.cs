namespace HangarBay.EsiSandbox.Engine.Exports;

/// <summary>
/// Rows as a stream of known length, made while it is read: a tar entry says its length before its content, and a table of all
/// contracts is too large to hold.
/// </summary>
internal sealed class RowStream : Stream
{
    private readonly IEnumerator<byte[]> _rows;
    private byte[] _row = [];
    private int _taken;
    private long _position;

    /// <param name="rows">The same each time it is gone through: once for the length, once for the content.</param>
    public RowStream(IEnumerable<byte[]> rows)
    {
        Length = rows.Sum(row => (long)row.Length);
        _rows = rows.GetEnumerator();
    }

    public override bool CanRead => true;

    /// <summary>Tar only believes a length of what can be sought in; it never seeks.</summary>
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
