namespace HangarBay.Infrastructure.Esi;

/// <summary>
/// Computes the instant on our clock before which an answer is not requested again. Only differences between ESI's own instants are used,
/// so that a wrong clock of ours never leads to an early request (M4). The lifetime is <c>max-age</c> if present, else it comes from
/// <c>Expires</c>, less the time spent in caches on the way. If both are missing, the route's cache age counts from <c>Last-Modified</c>,
/// and the lifetime is at least five minutes. The instant is never in the past and never more than a day ahead.
/// </summary>
internal static class Freshness
{
    private static readonly TimeSpan Unstated = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static DateTimeOffset ExpiresAt(HttpResponseMessage response, DateTimeOffset now, TimeSpan cacheAge)
    {
        var lifetime = Lifetime(response, now, cacheAge);
        return now + (lifetime < TimeSpan.Zero ? TimeSpan.Zero : lifetime > Longest ? Longest : lifetime);
    }

    private static TimeSpan Lifetime(HttpResponseMessage response, DateTimeOffset now, TimeSpan cacheAge)
    {
        var date = response.Headers.Date ?? now;
        var age = response.Headers.Age ?? TimeSpan.Zero;
        if (response.Headers.CacheControl?.MaxAge is { } maxAge) return maxAge - age;

        // The framework reads an Expires that is not a date, such as 0, as the smallest instant.
        if (response.Content.Headers.Expires is { } expires && expires != DateTimeOffset.MinValue) return expires - date - age;

        var rest = response.Content.Headers.LastModified is { } lastModified ? lastModified + cacheAge - date - age : TimeSpan.Zero;
        return rest > Unstated ? rest : Unstated;
    }
}
