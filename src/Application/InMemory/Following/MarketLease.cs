namespace HangarBay.Application.InMemory.Following;

/// <summary>For how long the version of a settled market may be used without asking again (decision 15).</summary>
public static class MarketLease
{
    /// <summary>By the reader's monotonic clock, from before its query was sent.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMilliseconds(100);

    /// <summary>What a writer waits by its own, so that every lease has run out: no two clocks go alike, and timers are coarse.</summary>
    public static readonly TimeSpan Outlasted = TimeSpan.FromMilliseconds(150);
}
