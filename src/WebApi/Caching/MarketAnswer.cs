using System.Reflection;
using HangarBay.Application.Contracts.GetMarketStamp;
using HangarBay.WebApi.Problems;
using Microsoft.AspNetCore.Http.Metadata;

namespace HangarBay.WebApi.Caching;

/// <summary>
/// An answer about the market: a <typeparamref name="T"/> as JSON, nothing where the asker has it already, or 404 where
/// there is none.
/// </summary>
internal sealed class MarketAnswer<T> : IResult, IEndpointMetadataProvider
{
    private readonly AnswerTag _tag;
    private readonly MarketStamp _stamp;
    private readonly KeptBody? _body;
    private readonly string? _missing;

    /// <param name="tag">What it is known by.</param>
    /// <param name="stamp">Until when it holds.</param>
    /// <param name="body">Null where the asker has it already.</param>
    /// <param name="missing">What to say where there is none.</param>
    public MarketAnswer(AnswerTag tag, MarketStamp stamp, KeptBody? body, string? missing)
    {
        _tag = tag;
        _stamp = stamp;
        _body = body;
        _missing = missing;
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified));
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        if (_body is { IsMissing: true })
        {
            await Problem.NotFound(_missing ?? "There is no such thing.").ExecuteAsync(httpContext);
            return;
        }

        response.GetTypedHeaders().ETag = _tag.ETag;
        // Not longer than contracts stay live by the clock; whole seconds, so that it is never too long.
        response.Headers.CacheControl = FormattableString.Invariant($"public, max-age={(int)_stamp.Lasts.TotalSeconds}");
        if (_body is not { } body)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Json.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method)) await response.Body.WriteAsync(body.Json, httpContext.RequestAborted);
    }
}
