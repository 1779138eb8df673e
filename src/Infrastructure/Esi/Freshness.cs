namespace HangarBay.Infrastructure.Esi;

/// <summary>
/// Until when an answer is not asked for again, on our clock. Only differences between ESI's own instants are used, so
/// that a wrong clock of ours never makes us ask early (M4): <c>max-age</c> if present, else <c>Expires</c>, less the
/// time spent in caches on the way. Where both are missing the route's cache age counts from <c>Last-Modified</c>, and
/// at least five minutes pass. Never in the past, never more than a day ahead.
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

        // An Expires that is no date, such as 0, is read as the smallest of all.
        if (response.Content.Headers.Expires is { } expires && expires != DateTimeOffset.MinValue) return expires - date - age;

        var rest = response.Content.Headers.LastModified is { } lastModified ? lastModified + cacheAge - date - age : TimeSpan.Zero;
        return rest > Unstated ? rest : Unstated;
    }
}
