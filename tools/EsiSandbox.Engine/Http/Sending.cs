using System.Globalization;
using System.Net.Sockets;
using HangarBay.EsiSandbox.Engine.Facts;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>Turns an answer into HTTP, with the headers ESI sends.</summary>
internal static class Sending
{
    // Shared by all answers, because thousands of answers a second need the same values.
    private static readonly StringValues OldestCompatibilityDate = "2020-01-01";
    private static readonly StringValues Varies = "Accept-Language, X-Compatibility-Date, X-Tenant";
    private static readonly StringValues Secure = "max-age=31536000";
    private static readonly StringValues Public = "public";
    private static readonly StringValues Hit = "HIT";
    private static readonly StringValues ReadMethods = "GET,HEAD,OPTIONS";
    private static readonly StringValues PostMethods = "POST,OPTIONS";
    private static readonly StringValues Anybody = "*";
    private static readonly StringValues True = "true";
    private static readonly StringValues TenMinutes = "600";
    private static readonly StringValues AllowedHeaders = "Content-Type,Authorization,If-None-Match,X-User-Agent";
    private static readonly StringValues ExposedHeaders = "Content-Type,Warning,ETag,X-Pages,X-ESI-Error-Limit-Remain,X-ESI-Error-Limit-Reset";
    private static readonly StringValues[] Tongues = [.. Languages.All.Select(language => new StringValues(language))];

    // Real time even with a fake clock. The first lets the bytes leave; the second waits for the caller to hang up.
    private static readonly TimeSpan ForTheSocket = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan ForTheCaller = TimeSpan.FromSeconds(1);

    public static async ValueTask SendAsync(Sandbox sandbox, Call call, Answer answer)
    {
        var response = call.Http.Response;
        response.StatusCode = answer.Status;
        Headers(sandbox, call, answer);
        if (answer.Body.Length == 0)
            return;
        if (answer.Cut != Cut.None)
        {
            await BreakOffAsync(call.Http, answer);
            return;
        }

        response.ContentLength = answer.Body.Length;
        await response.Body.WriteAsync(answer.Body, call.Http.RequestAborted);
    }

    private static void Headers(Sandbox sandbox, Call call, Answer answer)
    {
        var headers = call.Http.Response.Headers;
        headers.Date = HttpDate.Of(answer.Date ?? sandbox.Time.GetUtcNow());
        if (answer.Body.Length > 0)
            headers.ContentType = answer.ContentType;
        if (answer.ETag is { } tag)
            headers.ETag = tag;
        if (answer.LastModified is { } modified)
            headers.LastModified = HttpDate.Of(modified);
        if (answer.Expires is { } expires)
        {
            headers.Expires = HttpDate.Of(expires);
            headers.CacheControl = Public;
        }

        if (answer.Pages is { } pages)
            headers["X-Pages"] = pages.ToString(CultureInfo.InvariantCulture);
        if (answer.RetryAfter is { } seconds)
            headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (answer.Location is { } location)
            headers.Location = location;
        if (!call.Route.IsEsi)
            return;
        if (answer.Expires is not null)
            headers["X-Esi-Cache-Status"] = Hit;
        headers.ContentLanguage = Tongues[call.Language];
        headers.StrictTransportSecurity = Secure;
        headers.Vary = Varies;
        headers["X-Compatibility-Date"] = OldestCompatibilityDate;
        headers["X-Esi-Request-Id"] = RequestIds.Next();
        Limits(sandbox, call, headers);
        CrossOrigin(call, headers);
    }

    /// <summary>Writes the headers of the limit. A route has either the error limit or a token bucket, never both.</summary>
    private static void Limits(Sandbox sandbox, Call call, IHeaderDictionary headers)
    {
        if (sandbox.Tokens.For(call.Route) is { } tokens)
        {
            var (remaining, used) = tokens.Read();
            headers["X-Ratelimit-Group"] = tokens.Group;
            headers["X-Ratelimit-Limit"] = tokens.Limit;
            headers["X-Ratelimit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture);
            headers["X-Ratelimit-Used"] = used.ToString(CultureInfo.InvariantCulture);
            return;
        }

        var (remain, reset) = sandbox.Errors.Read();
        headers["X-Esi-Error-Limit-Remain"] = remain.ToString(CultureInfo.InvariantCulture);
        headers["X-Esi-Error-Limit-Reset"] = reset.ToString(CultureInfo.InvariantCulture);
    }

    private static void CrossOrigin(Call call, IHeaderDictionary headers)
    {
        var methods = call.Route.Method == "GET" ? ReadMethods : PostMethods;
        headers.Allow = methods;
        headers.AccessControlAllowCredentials = True;
        headers.AccessControlAllowHeaders = AllowedHeaders;
        headers.AccessControlAllowMethods = methods;
        headers.AccessControlAllowOrigin = Anybody;
        headers.AccessControlExposeHeaders = ExposedHeaders;
        headers.AccessControlMaxAge = TenMinutes;
    }

    /// <summary>
    /// Sends half a body and then ends the stream. Kestrel's own abort sends a reset, which could overtake the bytes sent before.
    /// </summary>
    private static async ValueTask BreakOffAsync(HttpContext http, Answer answer)
    {
        if (answer.Cut == Cut.ShortOfLength)
            http.Response.ContentLength = answer.Body.Length;
        await http.Response.Body.WriteAsync(answer.Body.AsMemory(0, answer.Body.Length / 2), http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        try
        {
            await Task.Delay(ForTheSocket, TimeProvider.System, http.RequestAborted);
            http.Features.Get<IConnectionSocketFeature>()?.Socket.Shutdown(SocketShutdown.Send);
            await Task.Delay(ForTheCaller, TimeProvider.System, http.RequestAborted);
        }
        finally
        {
            http.Abort();
        }
    }
}
