namespace HangarBay.WebApi.Endpoints;

/// <summary>
/// Answers HEAD like GET: with the same status and headers, but without the body, which the server holds back (RFC 9110, 9.3.2).
/// </summary>
internal static class HeadRequests
{
    private static readonly object IsHead = new();

    /// <summary>Stands before everything that reads the method.</summary>
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
            // For GET the server tells the length of an empty body; for HEAD it does not.
            var mayHaveBody = http.Response.StatusCode is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified);
            if (!http.Response.HasStarted && mayHaveBody) http.Response.ContentLength ??= 0;
        }
        finally
        {
            http.Request.Method = HttpMethods.Head;
        }
    });

    /// <summary>Whether the body is not sent, so that a long body need not be made.</summary>
    public static bool WantsHeadersOnly(this HttpContext http) => http.Items.ContainsKey(IsHead);
}
