namespace HangarBay.Application.Sync;

/// <summary>Counts failed attempts in a row, from any number of threads. After too many the other side is taken for unavailable.</summary>
internal sealed class FailuresInARow
{
    private const int Most = 5;

    private int _count;

    /// <summary>Further attempts at this time would fail too.</summary>
    public bool AreTooMany => Volatile.Read(ref _count) >= Most;

    public void Add() => Interlocked.Increment(ref _count);

    public void End() => Volatile.Write(ref _count, 0);
}
