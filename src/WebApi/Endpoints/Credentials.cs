namespace HangarBay.WebApi.Endpoints;

/// <summary>
/// The parts of a request that identify a user. Nothing reads them yet, but a request that has them must not share answers with others.
/// </summary>
internal static class Credentials
{
    /// <summary>
    /// The prefix of every cookie that identifies a user: a browser takes such a cookie only from this very host, over TLS.
    /// </summary>
    public const string CookiePrefix = "__Host-";

    /// <summary>Ignores the prefix's case, because browsers apply its rules whatever its case.</summary>
    public static bool AreSentWith(HttpRequest request) => request.Headers.Authorization.Count > 0
        || SentCookies.IsAnyNamed(request, name => name.StartsWith(CookiePrefix, StringComparison.OrdinalIgnoreCase));
}
