using System.Text.Json.Serialization;
using HangarBay.Application.InMemory.Following;
using HangarBay.Infrastructure.Persistence.Schema;

namespace HangarBay.WebApi.Hosting;

/// <summary>For those who watch the process, not for players.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", Health)
            .WithName("GetHealth").WithTags("Operation").WithSummary("Whether the process lives.")
            .Produces<HealthAnswer>().DisableRateLimiting();
        routes.MapGet("/ready", ReadyAsync)
            .WithName("GetReadiness").WithTags("Operation").WithSummary("Whether the market is in memory, and the database answers and has every migration.")
            .Produces<ReadinessAnswer>().Produces<ReadinessAnswer>(StatusCodes.Status503ServiceUnavailable).DisableRateLimiting();
    }

    private static IResult Health(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new HealthAnswer("alive"));
    }

    private static async Task<IResult> ReadyAsync(
        IDatabaseReadiness database, LiveMarkets markets, HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        var readiness = await database.CheckAsync(cancellationToken);
        if (!readiness.IsReady) return NotReady(new ReadinessAnswer("not_ready", readiness.Reason, readiness.Pending));
        // Told at once: a load balancer's probe is no place to wait.
        return markets.Status is not null
            ? Results.Json(new ReadinessAnswer("ready", null, []))
            : NotReady(new ReadinessAnswer("loading", "The market is being read into memory.", []));
    }

    private static IResult NotReady(ReadinessAnswer answer) => Results.Json(answer, statusCode: StatusCodes.Status503ServiceUnavailable);

    internal sealed record HealthAnswer([property: JsonPropertyName("status")] string Status);

    internal sealed record ReadinessAnswer(
        [property: JsonPropertyName("status")] string Status,
        [property: JsonPropertyName("reason")] string? Reason,
        [property: JsonPropertyName("pending_migrations")] IReadOnlyList<string> PendingMigrations);
}
