using Microsoft.AspNetCore.Builder;

namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>
/// <c>GET /sandbox/constant</c>: the same kilobyte for everybody, past everything else a request meets here. What the server
/// itself costs, for measurements to be held against.
/// </summary>
internal static class ConstantBody
{
    private static readonly byte[] Body = [.. Enumerable.Repeat((byte)'.', 1024)];

    public static void Map(IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Request.Path.Value != "/sandbox/constant")
            return next(http);
        http.Response.ContentType = "text/plain";
        http.Response.ContentLength = Body.Length;
        return http.Response.Body.WriteAsync(Body, http.RequestAborted).AsTask();
    });
}
