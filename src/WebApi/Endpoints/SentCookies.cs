namespace HangarBay.WebApi.Endpoints;

/// <summary>
/// Cookies as they were sent. The framework ignores the case of names and takes the last of several values, so that a neighbouring host
/// could put its own cookie in place of this site's.
/// </summary>
internal static class SentCookies
{
    /// <summary>Null where it was not sent, or was sent more than once: then nothing tells which one is this site's.</summary>
    public static string? Find(HttpRequest request, string name)
    {
        string? found = null;
        foreach (var (sent, value) in Read(request))
        {
            if (sent != name) continue;
            if (found is not null) return null;
            found = value;
        }

        return found;
    }

    public static bool IsAnyNamed(HttpRequest request, Func<string, bool> isNamed) => Read(request).Any(cookie => isNamed(cookie.Name));

    private static IEnumerable<(string Name, string Value)> Read(HttpRequest request)
    {
        foreach (var header in request.Headers.Cookie)
        {
            foreach (var cookie in (header ?? "").Split(';', StringSplitOptions.TrimEntries))
            {
                var sign = cookie.IndexOf('=', StringComparison.Ordinal);
                if (sign > 0) yield return (cookie[..sign].TrimEnd(), cookie[(sign + 1)..].TrimStart());
            }
        }
    }
}
