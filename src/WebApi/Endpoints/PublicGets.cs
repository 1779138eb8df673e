using HangarBay.WebApi.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace HangarBay.WebApi.Endpoints;

/// <summary>What every public GET has in common.</summary>
internal static class PublicGets
{
    public const string Cors = "public";

    /// <summary>Answers any origin as well.</summary>
    public static T AsPublicGets<T>(this T routes)
        where T : IEndpointConventionBuilder
    {
        routes.AsPublicAnswers().WithSecurityHeadersPolicy(SecurityHeadersRegistration.OpenData).RequireCors(Cors);
        routes.AddEndpointFilter((context, next) =>
        {
            // The CORS middleware speaks only to requests that name their origin; a cache would hand the silent answer to others.
            context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
            return next(context);
        });
        return routes;
    }

    /// <summary>May be kept by caches that ask again each time.</summary>
    public static T AsPublicAnswers<T>(this T routes)
        where T : IEndpointConventionBuilder
    {
        routes.AsPublic();
        routes.AddEndpointFilter((context, next) =>
        {
            var http = context.HttpContext;
            RefuseBody(http);
            http.Response.Headers.CacheControl = "no-cache";
            // So does compression to those that name an encoding.
            http.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptEncoding);
            // Nothing in a public answer is worth guessing at by its length.
            if (http.Features.Get<IHttpsCompressionFeature>() is { } compression) compression.Mode = HttpsCompressionMode.Compress;
            return next(context);
        });
        return routes;
    }

    /// <summary>Anybody may have the answers, and HEAD is answered as well.</summary>
    public static T AsPublic<T>(this T routes)
        where T : IEndpointConventionBuilder
    {
        routes.WithMetadata(PublicAnswer.Made).Add(AnswerHead);
        return routes;
    }

    /// <summary>Whatever is sent along with a question is nobody's, and is not read to its end either.</summary>
    private static void RefuseBody(HttpContext http)
    {
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true }) return;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = 0;
        throw new BadHttpRequestException("A question has no body.", StatusCodes.Status413PayloadTooLarge);
    }

    private static void AnswerHead(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<HttpMethodMetadata>().LastOrDefault() is not { HttpMethods: ["GET"] } get) return;
        endpoint.Metadata.Remove(get);
        endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head], get.AcceptCorsPreflight));
    }
}
