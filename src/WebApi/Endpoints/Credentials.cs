namespace HangarBay.WebApi.Endpoints;

/// <summary>What of a request tells who somebody is. Nothing reads it yet; but whoever sends it must not share answers with others.</summary>
internal static class Credentials
{
    /// <summary>
    /// How the name of every cookie begins that tells who somebody is: a browser takes such a cookie only from this very host, over TLS.
    /// </summary>
    public const string CookiePrefix = "__Host-";

    /// <summary>Browsers see to the prefix whatever its case.</summary>
    public static bool AreSentWith(HttpRequest request) => request.Headers.Authorization.Count > 0
        || SentCookies.IsAnyNamed(request, name => name.StartsWith(CookiePrefix, StringComparison.OrdinalIgnoreCase));
}
