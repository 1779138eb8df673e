using System.Reflection;
using HangarBay.Application.InMemory.Following;
using HangarBay.WebApi.Problems;
using Microsoft.AspNetCore.Http.Metadata;

namespace HangarBay.WebApi.Caching;

/// <summary>An answer about the market: a body, no body where the client has it already, or 404 where there is none.</summary>
/// <param name="tag">Identifies the answer.</param>
/// <param name="stamp">Tells how long the answer holds.</param>
/// <param name="body">Null where the client has it already.</param>
/// <param name="missing">The detail of a 404, as a sentence.</param>
internal class MarketAnswer(AnswerTag tag, MarketStamp stamp, KeptBody? body, string? missing = null) : IResult
{
    private const string Json = "application/json; charset=utf-8";

    public AnswerTag Tag => tag;

    public MarketStamp Stamp => stamp;

    public KeptBody? Body => body;

    public string ContentType { get; init; } = Json;

    /// <summary>Whether the body was made for another request.</summary>
    public bool WasKept { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        if (body is { IsMissing: true })
        {
            await Problem.NotFound(missing ?? "There is no such thing.").ExecuteAsync(httpContext);
            return;
        }

        response.Headers.ETag = tag.ETagText;
        // Never longer than contracts stay live by the clock, so rounded down to whole seconds.
        response.Headers.CacheControl = FormattableString.Invariant($"public, max-age={(int)stamp.Lasts.TotalSeconds}");
        if (body is null || AnswerTag.IsAnyKnownTo(httpContext.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = ContentType;
        response.ContentLength = body.Bytes.Length;
        await response.Body.WriteAsync(body.Bytes, httpContext.RequestAborted);
    }
}

/// <summary>An answer with a <typeparamref name="T"/>, as the OpenAPI document says.</summary>
internal sealed class MarketAnswer<T>(AnswerTag tag, MarketStamp stamp, KeptBody? body, string? missing)
    : MarketAnswer(tag, stamp, body, missing), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified));
    }
}
