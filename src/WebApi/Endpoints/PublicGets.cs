
namespace HangarBay.WebApi.Endpoints;

/// <summary>What every public GET has in common.</summary>
internal static class PublicGets
{
    public const string Cors = "public";

    /// <summary>Answers HEAD as well, and any origin; may be kept by caches that ask again each time.</summary>
    public static T AsPublicGets<T>(this T routes)
        where T : IEndpointConventionBuilder
    {
        routes.Add(AnswerHead);
        routes.RequireCors(Cors);
        routes.AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-cache";
            // The CORS middleware speaks only to requests that name their origin; a cache would hand the silent answer to others.
            context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
            return next(context);
        });
        return routes;
    }

    private static void AnswerHead(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<HttpMethodMetadata>().LastOrDefault() is not { HttpMethods: ["GET"] } get) return;
        endpoint.Metadata.Remove(get);
        endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head], get.AcceptCorsPreflight));
    }
}
