namespace HangarBay.Application.Sync;

/// <summary>Counts attempts that failed one after the other, by any number of threads: after so many the other side must be away.</summary>
internal sealed class FailuresInARow
{
    private const int Most = 5;

    private int _count;

    /// <summary>Trying further ones at once is no use.</summary>
    public bool AreTooMany => Volatile.Read(ref _count) >= Most;

    public void Add() => Interlocked.Increment(ref _count);

    public void End() => Volatile.Write(ref _count, 0);
}
