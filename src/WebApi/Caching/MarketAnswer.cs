using System.Reflection;
using HangarBay.Application.InMemory.Following;
using HangarBay.WebApi.Problems;
using Microsoft.AspNetCore.Http.Metadata;

namespace HangarBay.WebApi.Caching;

/// <summary>An answer about the market: a body, nothing where the asker has it already, or 404 where there is none.</summary>
/// <param name="tag">What it is known by.</param>
/// <param name="stamp">Until when it holds.</param>
/// <param name="body">Null where the asker has it already.</param>
/// <param name="missing">What to say where there is none.</param>
internal class MarketAnswer(AnswerTag tag, MarketStamp stamp, KeptBody? body, string? missing = null) : IResult
{
    private const string Json = "application/json; charset=utf-8";

    public AnswerTag Tag => tag;

    public MarketStamp Stamp => stamp;

    public KeptBody? Body => body;

    public string ContentType { get; init; } = Json;

    /// <summary>Somebody had asked the same before.</summary>
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
        // Not longer than contracts stay live by the clock; whole seconds, so that it is never too long.
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

/// <summary>Of a <typeparamref name="T"/>, as the OpenAPI document says.</summary>
internal sealed class MarketAnswer<T>(AnswerTag tag, MarketStamp stamp, KeptBody? body, string? missing)
    : MarketAnswer(tag, stamp, body, missing), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified));
    }
}
