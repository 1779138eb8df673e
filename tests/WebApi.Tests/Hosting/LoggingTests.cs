using System.Text.RegularExpressions;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;

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
}
