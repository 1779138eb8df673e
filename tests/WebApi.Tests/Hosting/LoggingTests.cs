using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using HangarBay.WebApi.Tests.Api.Given;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace HangarBay.WebApi.Tests.Hosting;

public sealed class LoggingTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [Theory]
    [InlineData("Production", "\"@tr\":\"" + Trace + "\"")]
    [InlineData("Development", "INF " + Trace + " ")]
    public async Task A_request_is_one_line_with_its_trace_and_without_what_was_searched_for(string environment, string trace)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var server = await HostProcess.Serve(
            [$"--DATABASE_URL=sqlite:///{database.Settings.File}"], environment: ("ASPNETCORE_ENVIRONMENT", environment)).UntilAliveAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nothing?search=planted");
        request.Headers.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");

        using var answer = await server.Client.SendAsync(request);
        await server.SignalAsync("TERM");
        await server.WaitAsync();

        var line = Assert.Single(server.Output.Split('\n'), text => text.Contains("/nothing", StringComparison.Ordinal));
        Assert.Contains(trace, line, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", server.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("SELECT|PRAGMA"), server.Output);
    }

    [Fact]
    public async Task No_other_line_names_the_path()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, migrated: false);
        await using var server = await HostProcess.Serve(
            [$"--DATABASE_URL=sqlite:///{database.Settings.File}", "--Database:MigrateOnStartup=false"], environment: ("ASPNETCORE_ENVIRONMENT", "Production")).UntilAliveAsync();

        (await server.Client.GetAsync("/api/v1/contracts/4711")).Dispose();
        await server.SignalAsync("TERM");
        await server.WaitAsync();

        Assert.Contains("The database failed", server.Output, StringComparison.Ordinal);
        var line = Assert.Single(server.Output.Split('\n'), text => text.Contains("4711", StringComparison.Ordinal));
        Assert.Contains("\"RequestPath\":\"/api/v1/contracts/4711\"", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_line_of_a_request_that_is_not_public_has_only_the_route()
    {
        var lines = new Lines();
        await using var api = await ApiFactory.StartAsync(services: services =>
        {
            services.AddSingleton<Serilog.ILogger>(new LoggerConfiguration().WriteTo.Sink(lines).CreateLogger());
            services.Plant(http => http.Request.Headers.ContainsKey("Fail") ? throw new InvalidOperationException() : http.Response.WriteAsync("planted"));
        });

        (await api.GetAsync(Planted.Path)).Expect(HttpStatusCode.OK);
        (await api.SendAsync(HttpMethod.Get, Planted.Path, ("Fail", "yes"))).Expect(HttpStatusCode.InternalServerError);
        (await api.SendAsync(HttpMethod.Head, Planted.Path)).Expect(HttpStatusCode.MethodNotAllowed);

        await Eventually.IsAsync(() => Task.FromResult(lines.Written.Count == 3));
        Assert.All(lines.Written, line => Assert.Contains(Planted.Pattern, line, StringComparison.Ordinal));
        Assert.All(lines.Written, line => Assert.DoesNotContain(Planted.Path, line, StringComparison.Ordinal));
    }

    private sealed class Lines : ILogEventSink
    {
        public ConcurrentQueue<string> Written { get; } = new();

        public void Emit(LogEvent logEvent) => Written.Enqueue(logEvent.RenderMessage(CultureInfo.InvariantCulture));
    }
}
