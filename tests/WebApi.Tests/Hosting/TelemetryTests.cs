using System.Collections.Concurrent;
using System.Net;
using System.Text;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using HangarBay.WebApi.Tests.Api.Given;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;

namespace HangarBay.WebApi.Tests.Hosting;

/// <summary>Metrics and spans go to the address in OpenTelemetry's own setting, and nowhere without it.</summary>
[Collection(nameof(AloneWithSpans))]
public sealed class TelemetryTests
{
    private const string Secret = "s3cr3t-hunter2";

    [Fact]
    public async Task With_an_endpoint_it_sends_metrics_and_spans_without_the_users_input()
    {
        var bodies = new ConcurrentDictionary<string, StringBuilder>();
        await using var collector = await CollectAsync(bodies);
        var address = collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var server = await HostProcess.Serve(
            [.. database.Configuration.Select(pair => $"--{pair.Key}={pair.Value}"), $"--Esi:BaseUrl={HostProcess.NoEsi}{Secret}/"],
            environment:
            [
                ("OTEL_EXPORTER_OTLP_ENDPOINT", address),
                ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
                ("OTEL_METRIC_EXPORT_INTERVAL", "300"),
                ("OTEL_BSP_SCHEDULE_DELAY", "300"),
            ]).UntilAliveAsync();
        (await server.Client.GetAsync($"/api/v1/contracts/?search={Secret}")).Dispose();

        Assert.True(await ComesAboutAsync(() => Has("/v1/metrics", "hangarbay.sync.lock.held") && Has("/v1/traces", "BrowseContracts")), server.Output);
        Assert.True(Has("/v1/traces", "hangar-bay"));
        // Spans of the sync's calls contain the server's address and no more.
        Assert.True(await ComesAboutAsync(() => Has("/v1/traces", "url.full")), server.Output);
        Assert.True(Has("/v1/traces", new Uri(HostProcess.NoEsi).Authority));
        Assert.DoesNotContain(Secret, All(), StringComparison.Ordinal);

        bool Has(string path, string text) => bodies.TryGetValue(path, out var body) && Read(body).Contains(text, StringComparison.Ordinal);
        string All() => string.Join('\n', bodies.Values.Select(Read));
    }

    [Fact]
    public async Task The_span_of_a_request_that_is_not_public_has_only_the_route()
    {
        var bodies = new ConcurrentDictionary<string, StringBuilder>();
        await using var collector = await CollectAsync(bodies);
        var settings = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "300",
        };
        await using var api = await ApiFactory.StartAsync(settings: settings, services: services => services.Plant(http => http.Response.WriteAsync("planted")));
        (await api.GetAsync(Planted.Path)).Expect(HttpStatusCode.OK);
        (await api.GetAsync("/about")).Expect(HttpStatusCode.OK);

        Assert.True(await ComesAboutAsync(() => Has(Planted.Pattern) && Has("/about")));
        Assert.False(Has(Planted.Path));

        bool Has(string text) => bodies.TryGetValue("/v1/traces", out var body) && Read(body).Contains(text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_endpoint_no_telemetry_is_set_up()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var factory = new HangarBayFactory(database);

        Assert.Null(factory.Services.GetService<TracerProvider>());
    }

    private static async Task<WebApplication> CollectAsync(ConcurrentDictionary<string, StringBuilder> bodies)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var collector = builder.Build();
        collector.MapPost("/v1/{kind}", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var text = bodies.GetOrAdd(context.Request.Path, _ => new StringBuilder());
            lock (text) text.Append(Encoding.Latin1.GetString(body.ToArray()));
            return Results.StatusCode((int)HttpStatusCode.OK);
        });
        await collector.StartAsync();
        return collector;
    }

    private static string Read(StringBuilder text)
    {
        lock (text) return text.ToString();
    }

    private static async Task<bool> ComesAboutAsync(Func<bool> isSo)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            if (isSo()) return true;
            await Task.Delay(100);
        }

        return false;
    }
}

/// <summary>A test that collects spans in this process affects those of every other application in it.</summary>
[CollectionDefinition(nameof(AloneWithSpans), DisableParallelization = true)]
public sealed class AloneWithSpans;
