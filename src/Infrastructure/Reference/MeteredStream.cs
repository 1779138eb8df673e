using HangarBay.Application.Reference;

namespace HangarBay.Infrastructure.Reference;

/// <summary>Counts the bytes that are read of an archive in total, up to a bound.</summary>
internal sealed class Meter(long bound, string tooLarge)
{
    /// <summary>A meter without a bound, for a stream whose source is already counted.</summary>
    public static Meter None => new(long.MaxValue, "");

    public long Read { get; private set; }

    public int Count(int read)
    {
        Read += read;
        return Read <= bound ? read : throw new UnusableSourceException(tooLarge);
    }
}

/// <summary>
/// Reads from another stream and counts the bytes, up to a bound. Any exception from unpacking a damaged archive becomes an
/// <see cref="UnusableSourceException"/> with one sentence.
/// </summary>
internal sealed class MeteredStream(Stream inner, Meter meter, string damaged) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return meter.Count(inner.Read(buffer, offset, count));
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw new UnusableSourceException(damaged, exception);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return meter.Count(await inner.ReadAsync(buffer, cancellationToken));
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw new UnusableSourceException(damaged, exception);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>The unpacking libraries throw many kinds of exceptions on hostile input. Nothing else can fail within a read.</summary>
    private static bool IsDamage(Exception exception) => exception is not (OperationCanceledException or UnusableSourceException or OutOfMemoryException);
}
