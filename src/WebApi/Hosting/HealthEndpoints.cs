using System.Text.Json.Serialization;
using HangarBay.Application.InMemory.Following;
using HangarBay.Infrastructure.Persistence.Schema;
using HangarBay.WebApi.Endpoints;

namespace HangarBay.WebApi.Hosting;

/// <summary>For monitoring, not for players. Only the log says why the process is not ready, because anybody may ask here.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", Health)
            .WithName("GetHealth").WithTags("Operation").WithSummary("Whether the process is running.")
            .Produces<HealthAnswer>().DisableRateLimiting().AsPublic();
        routes.MapGet("/ready", ReadyAsync)
            .WithName("GetReadiness").WithTags("Operation").WithSummary("Whether the market is in memory, and the database answers and has every migration.")
            .Produces<HealthAnswer>().Produces<HealthAnswer>(StatusCodes.Status503ServiceUnavailable).DisableRateLimiting().AsPublic();
    }

    private static IResult Health(HttpContext context) => Answer(context, "alive");

    private static async Task<IResult> ReadyAsync(
        IDatabaseReadiness database, LiveMarkets markets, ReadinessLog log, HttpContext context, CancellationToken cancellationToken)
    {
        var readiness = await database.CheckAsync(cancellationToken);
        log.Tell(readiness.Reason);
        if (!readiness.IsReady) return Answer(context, "not_ready", StatusCodes.Status503ServiceUnavailable);
        // Answers at once, because a load balancer's probe must not wait.
        return markets.Status is not null ? Answer(context, "ready") : Answer(context, "loading", StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult Answer(HttpContext context, string status, int code = StatusCodes.Status200OK)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new HealthAnswer(status), statusCode: code);
    }

    internal sealed record HealthAnswer([property: JsonPropertyName("status")] string Status);
}
