using System.Text.Json.Serialization;
using HangarBay.Infrastructure.Persistence.Schema;

namespace HangarBay.WebApi.Hosting;

/// <summary>For those who watch the process, not for players.</summary>
internal static class HealthEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/health", Reading, Health)
            .WithName("GetHealth").WithTags("Operation").WithSummary("Whether the process lives.")
            .Produces<HealthAnswer>();
        routes.MapMethods("/ready", Reading, ReadyAsync)
            .WithName("GetReadiness").WithTags("Operation").WithSummary("Whether the database answers and has every migration.")
            .Produces<ReadinessAnswer>().Produces<ReadinessAnswer>(StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult Health(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new HealthAnswer("alive"));
    }

    private static async Task<IResult> ReadyAsync(IDatabaseReadiness database, HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        var readiness = await database.CheckAsync(cancellationToken);
        return readiness.IsReady
            ? Results.Json(new ReadinessAnswer("ready", null, []))
            : Results.Json(
                new ReadinessAnswer("not_ready", readiness.Reason, readiness.Pending),
                statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    internal sealed record HealthAnswer([property: JsonPropertyName("status")] string Status);

    internal sealed record ReadinessAnswer(
        [property: JsonPropertyName("status")] string Status,
        [property: JsonPropertyName("reason")] string? Reason,
        [property: JsonPropertyName("pending_migrations")] IReadOnlyList<string> PendingMigrations);
}
