namespace HangarBay.Application.InMemory.Following;

/// <summary>How long the version of a settled market may be used without another query (decision 15).</summary>
public static class MarketLease
{
    /// <summary>Length of a lease on the reader's monotonic clock, counted from before its query was sent.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// How long a writer waits on its own clock so that every lease has expired. It is longer than <see cref="Length"/> because clocks
    /// differ in speed and timers are coarse.
    /// </summary>
    public static readonly TimeSpan Outlasted = TimeSpan.FromMilliseconds(150);
}
