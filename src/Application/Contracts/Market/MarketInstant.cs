namespace HangarBay.Application.Contracts.Market;

/// <summary>The moment browsing is judged at (B1).</summary>
internal static class MarketInstant
{
    /// <summary>The last whole minute, or the last commit that changed the market if that came later.</summary>
    public static DateTimeOffset Of(DateTimeOffset now, DateTimeOffset? changedAt)
    {
        var minute = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        return changedAt > minute ? changedAt.Value : minute;
    }
}
