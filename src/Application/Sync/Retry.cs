namespace HangarBay.Application.Sync;

/// <summary>When a failed request is repeated: five minutes later, then twice as long each time, at most six hours (M5).</summary>
internal static class Retry
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    public static DateTimeOffset After(DateTimeOffset now, int attempts)
    {
        var wait = First * Math.Pow(2, Math.Min(attempts, 10));
        return now + (wait < Longest ? wait : Longest);
    }
}
