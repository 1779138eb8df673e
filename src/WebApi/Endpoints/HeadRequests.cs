namespace HangarBay.WebApi.Endpoints;

/// <summary>HEAD is answered as GET is: with the same status and headers, and without the body, which the server holds back (RFC 9110, 9.3.2).</summary>
internal static class HeadRequests
{
    private static readonly object IsHead = new();

    /// <summary>Before whatever looks at the method.</summary>
    public static void UseHeadAsGet(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }

        http.Items[IsHead] = true;
        http.Request.Method = HttpMethods.Get;
        try
        {
            await next(http);
            // The server tells of GET that a body is empty, and not of HEAD.
            var mayHaveBody = http.Response.StatusCode is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified);
            if (!http.Response.HasStarted && mayHaveBody) http.Response.ContentLength ??= 0;
        }
        finally
        {
            http.Request.Method = HttpMethods.Head;
        }
    });

    /// <summary>Whether the body is not sent, so that a long one need not be made.</summary>
    public static bool WantsHeadersOnly(this HttpContext http) => http.Items.ContainsKey(IsHead);
}
