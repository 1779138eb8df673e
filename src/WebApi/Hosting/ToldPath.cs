using HangarBay.WebApi.Endpoints;
using Microsoft.AspNetCore.Diagnostics;

namespace HangarBay.WebApi.Hosting;

/// <summary>The path of a request as logs and spans name it. A private path may hold a secret, so its route is named instead.</summary>
internal static class ToldPath
{
    public static string Of(HttpContext http)
    {
        // After an exception the request has lost its endpoint, and the exception's feature knows it.
        var endpoint = http.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? http.GetEndpoint();
        if (endpoint is null || endpoint.Metadata.GetMetadata<PublicAnswer>() is not null) return http.Request.Path.Value ?? "";
        return (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(not told)";
    }
}
