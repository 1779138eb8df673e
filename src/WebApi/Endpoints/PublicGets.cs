using HangarBay.WebApi.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace HangarBay.WebApi.Endpoints;

/// <summary>What all public GET endpoints have in common.</summary>
internal static class PublicGets
{
    public const string Cors = "public";

    /// <summary>As <see cref="AsPublicAnswers{T}"/>, and for any origin.</summary>
    public static T AsPublicGets<T>(this T routes)
        where T : IEndpointConventionBuilder
    {
        routes.AsPublicAnswers().WithSecurityHeadersPolicy(SecurityHeadersRegistration.OpenData).RequireCors(Cors);
        routes.AddEndpointFilter((context, next) =>
        {
            // The CORS middleware adds its header only where a request names its origin. A cache would give an answer without the header to
            // others.
            context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
            return next(context);
        });
        return routes;
    }

    /// <summary>Public answers with <c>no-cache</c>: a cache may keep an answer, but asks the server before each use.</summary>
    public static T AsPublicAnswers<T>(this T routes)
        where T : IEndpointConventionBuilder
    {
        routes.AsPublic();
        routes.AddEndpointFilter((context, next) =>
        {
            var http = context.HttpContext;
            RefuseBody(http);
            Indexing.KeepPersonsOut(http);
            http.Response.Headers.CacheControl = "no-cache";
            // Compression adds this header only where a request names an encoding.
            http.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptEncoding);
            // Compression over TLS is safe here, because nothing in a public answer is worth guessing by its length.
            if (http.Features.Get<IHttpsCompressionFeature>() is { } compression) compression.Mode = HttpsCompressionMode.Compress;
            return next(context);
        });
        return routes;
    }

    /// <summary>Anybody may have the answers, and HEAD is answered too.</summary>
    public static T AsPublic<T>(this T routes)
        where T : IEndpointConventionBuilder
    {
        routes.WithMetadata(PublicAnswer.Made).Add(AnswerHead);
        return routes;
    }

    /// <summary>Refuses a request that has a body, without reading the body to its end.</summary>
    private static void RefuseBody(HttpContext http)
    {
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true }) return;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = 0;
        throw new BadHttpRequestException("A GET or HEAD request must not have a body.", StatusCodes.Status413PayloadTooLarge);
    }

    private static void AnswerHead(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<HttpMethodMetadata>().LastOrDefault() is not { HttpMethods: ["GET"] } get) return;
        endpoint.Metadata.Remove(get);
        endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head], get.AcceptCorsPreflight));
    }
}
