using Microsoft.AspNetCore.Builder;

namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>
/// <c>GET /sandbox/constant</c>: the same kilobyte for every caller, without limits, faults or log. It shows what the server alone
/// costs, so that measurements can be compared with it.
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
