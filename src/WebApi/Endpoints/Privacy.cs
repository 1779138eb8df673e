using Microsoft.Net.Http.Headers;

namespace HangarBay.WebApi.Endpoints;

/// <summary>
/// Makes answers private: no cache may store them, nothing compresses them, and they are never "not modified". An answer is public only
/// where its endpoint says so and the request does not identify its user.
/// </summary>
internal static class Privacy
{
    public const string Private = "private, no-store";

    /// <summary>Whether anybody may get the same answer.</summary>
    public static bool IsPublic(this HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<PublicAnswer>() is { } mark && (mark == PublicAnswer.File || !Credentials.AreSentWith(http.Request));

    /// <summary>
    /// Stands after routing and before everything that answers. Callbacks at the start of an answer run in reverse order, so this one runs
    /// last.
    /// </summary>
    public static void UsePrivacy(this WebApplication app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(KeepPrivate, http);
        if (!http.IsPublic())
        {
            // The browser's copy may be an answer for another user, or for a reader without an account.
            http.Request.Headers.Remove(HeaderNames.IfNoneMatch);
            http.Request.Headers.Remove(HeaderNames.IfModifiedSince);
        }

        return next(http);
    });

    /// <summary>Only endpoints that name HEAD answer it: link scanners send HEAD, and it would spend a sign-in code as GET does.</summary>
    public static void UseHeadWhereItIsNamed(this WebApplication app) => app.Use((http, next) =>
    {
        if (!http.WantsHeadersOnly() || http.GetEndpoint() is not RouteEndpoint endpoint) return next(http);
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
        if (methods.Contains(HttpMethods.Head)) return next(http);
        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        http.Response.Headers.Allow = string.Join(", ", methods);
        return Task.CompletedTask;
    });

    private static Task KeepPrivate(object context)
    {
        var http = (HttpContext)context;
        var headers = http.Response.Headers;
        var isSaid = headers.CacheControl.Count > 0;
        // A cookie is for one reader, and an endpoint without Cache-Control was not made for caches.
        if (isSaid && headers.SetCookie.Count == 0 && http.IsPublic()) return Task.CompletedTask;
        if (!headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal)) headers.CacheControl = Private;
        headers.Remove(HeaderNames.ETag);
        headers.Remove(HeaderNames.LastModified);
        return Task.CompletedTask;
    }
}
