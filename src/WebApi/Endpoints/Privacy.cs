using Microsoft.Net.Http.Headers;

namespace HangarBay.WebApi.Endpoints;

/// <summary>
/// An answer is kept by nobody, compressed by nothing and never "not modified", unless its endpoint says that it is public and the
/// request does not tell who asks.
/// </summary>
internal static class Privacy
{
    public const string Private = "private, no-store";

    /// <summary>Whether anybody may be given the same answer.</summary>
    public static bool IsPublic(this HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<PublicAnswer>() is { } mark && (mark == PublicAnswer.File || !Credentials.AreSentWith(http.Request));

    /// <summary>After routing and before anything that answers: of those who speak when an answer starts, the first is asked last.</summary>
    public static void UsePrivacy(this WebApplication app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(KeepPrivate, http);
        if (!http.IsPublic())
        {
            // What a browser has may be of somebody else, or of nobody.
            http.Request.Headers.Remove(HeaderNames.IfNoneMatch);
            http.Request.Headers.Remove(HeaderNames.IfModifiedSince);
        }

        return next(http);
    });

    /// <summary>HEAD spends what GET would spend, and link scanners send it: only endpoints that name it answer it.</summary>
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
        // A cookie is for one reader, and an endpoint that says nothing of caches has not thought of them.
        if (isSaid && headers.SetCookie.Count == 0 && http.IsPublic()) return Task.CompletedTask;
        if (!headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal)) headers.CacheControl = Private;
        headers.Remove(HeaderNames.ETag);
        headers.Remove(HeaderNames.LastModified);
        return Task.CompletedTask;
    }
}
