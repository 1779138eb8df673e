using HangarBay.Application.Status;
using HangarBay.WebApi.Caching;
using HangarBay.WebApi.OpenApi;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HangarBay.WebApi.Endpoints;

/// <summary>How fresh the market is and how the sync stands.</summary>
internal static class StatusEndpoints
{
    public static void MapStatus(this IEndpointRouteBuilder api) => api.MapGet("/status", GetAsync)
        .WithTags("Status")
        .WithName("get_status")
        .WithSummary("How fresh the market is, how the sync stands, and what is still to be read")
        .Reads(ReadStatus)
        .Produces(StatusCodes.Status304NotModified)
        .TaggedByContent();

    private static GetStatus ReadStatus(QueryReader query) => new() { Lang = query.Language(), Unreadable = query.Unreadable };

    private static async Task<Ok<MarketStatus>> GetAsync(HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var request = ReadStatus(new QueryReader(http.Request));
        // Unreadable parameters are refused, and that answer is never kept.
        var status = request.Unreadable.Count > 0
            ? await mediator.Send(request, cancellationToken)
            : await http.AskBrieflyAsync($"status {request.Lang}", request);
        http.Response.SpeakIn(request.Lang);
        // The sweeper updates its state every few seconds, so nobody needs to ask more often.
        http.Response.Headers.CacheControl = BriefAnswers.CacheControl;
        return TypedResults.Ok(status);
    }
}
