using HangarBay.Application.Market;
using HangarBay.Application.Pipeline;
using HangarBay.Application.Sync;
using HangarBay.WebApi.Caching;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace HangarBay.WebApi.Hosting;

/// <summary>
/// Spans and measurements for a collector. They leave the process only where OpenTelemetry's own <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names
/// one; without it nothing of this is set up.
/// </summary>
internal static class TelemetryRegistration
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string ServiceName = "OTEL_SERVICE_NAME";

    public static void AddTelemetry(this WebApplicationBuilder builder, HostRole role)
    {
        // A command's host is not started, and ends before anything is sent.
        if (role != HostRole.Server || string.IsNullOrWhiteSpace(builder.Configuration[Endpoint])) return;

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                builder.Configuration[ServiceName] is { Length: > 0 } name ? name : "hangar-bay",
                serviceVersion: typeof(TelemetryRegistration).Assembly.GetName().Version?.ToString()))
            .WithTracing(tracing => tracing
                .AddSource(Tracing.SourceName, "Npgsql")
                .AddAspNetCoreInstrumentation(requests =>
                {
                    requests.Filter = context => context.Request.Path.Value is not ("/health" or "/ready");
                    // The query goes, because it holds what users search for.
                    requests.EnrichWithHttpResponse = (span, response) =>
                        span.SetTag("url.query", null).SetTag("url.path", ToldPath.Of(response.HttpContext));
                })
                // Only scheme and server stay: paths of other servers may hold secrets, as those of webhooks do.
                .AddHttpClientInstrumentation(calls => calls.EnrichWithHttpRequestMessage = (span, request) =>
                    span.SetTag("url.full", request.RequestUri?.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)))
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddMeter(SyncMetrics.MeterName, MarketMetrics.MeterName, CacheMetrics.MeterName, "HangarBay.Esi", "Npgsql")
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddOtlpExporter());
    }
}
