using HangarBay.WebApi.Endpoints;
using Microsoft.AspNetCore.Diagnostics;

namespace HangarBay.WebApi.Hosting;

/// <summary>What logs and spans tell of a request's path: a private one may hold a secret, so its route stands for it.</summary>
internal static class ToldPath
{
    public static string Of(HttpContext http)
    {
        // After an exception the request has no endpoint any more.
        var endpoint = http.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? http.GetEndpoint();
        if (endpoint is null || endpoint.Metadata.GetMetadata<PublicAnswer>() is not null) return http.Request.Path.Value ?? "";
        return (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(not told)";
    }
}
