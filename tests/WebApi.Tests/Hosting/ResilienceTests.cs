using System.Diagnostics;
using System.Net;
using System.Text.Json;
using HangarBay.TestSupport;
using HangarBay.WebApi.Tests.Day;
using Npgsql;

namespace HangarBay.WebApi.Tests.Hosting;

/// <summary>A PostgreSQL that is not yet running, stops and starts again.</summary>
public sealed class ResilienceTests
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2.5);

    /// <summary>
    /// The limit of these tests. A process that waited for the server with the driver's default would take fifteen seconds or more.
    /// </summary>
    private static readonly TimeSpan OnABusyMachine = TimeSpan.FromSeconds(14);

    [SkippableTheory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task The_process_outlives_its_database_and_recovers_by_itself(string migrates)
    {
        await using var cluster = await PostgresServer.StartOwnClusterAsync();
        if (migrates == "false")
        {
            var (exitCode, _, error) = await HostProcess.RunAsync(
                ["db", "migrate", "--Database:Provider=Postgres", $"--ConnectionStrings:HangarBay={cluster.ConnectionString};Timeout=30"]);
            Assert.True(exitCode == 0, error);
        }

        await cluster.StopAsync();
        await using var server = HostProcess.Serve(["serve", $"--Database:MigrateOnStartup={migrates}"], environment: Url(cluster));
        await server.UntilAliveAsync();
        await IsAwayAsync(server);

        await cluster.StartAsync();
        await UntilReadyAsync(server);
        await cluster.StopAsync();
        await IsAwayAsync(server);
        await cluster.StartAsync();
        await UntilReadyAsync(server);

        await server.SignalAsync("TERM");
        Assert.Equal(0, await server.WaitAsync());
        Assert.DoesNotContain(cluster.Password, server.Output + server.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Without_automatic_migration_it_logs_the_pending_migrations()
    {
        await using var database = await TestDatabase.CreateAsync(Infrastructure.Persistence.DatabaseProvider.Postgres, migrated: false);
        using var log = new DayLog(TimeProvider.System);
        using var logging = log.NewFactory();
        await using var factory = new HangarBayFactory(
            database.Configuration.Append(new("Database:MigrateOnStartup", "")).GroupBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Last().Value))
        {
            Log = logging,
        };
        using var client = factory.CreateClient();

        using var answer = await client.GetAsync("/ready");
        using var again = await client.GetAsync("/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("""{"status":"not_ready"}""", await answer.Content.ReadAsStringAsync());
        var told = Assert.Single(log.Lines, line => line.Contains("Not ready", StringComparison.Ordinal));
        Assert.Contains("db migrate", told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health")).StatusCode);
    }

    private static async Task IsAwayAsync(HostProcess server)
    {
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/health")).StatusCode);
        var (ready, refused) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var request = 0; request < 3; request++)
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await server.Client.GetAsync("/ready");
            ready.Add(Stopwatch.GetElapsedTime(began));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal("""{"status":"not_ready"}""", await answer.Content.ReadAsStringAsync());
            refused.Add(await RefusesRequestsAsync(server));
        }

        Assert.All(ready.Concat(refused), took => Assert.True(took < OnABusyMachine, $"{took}"));
        Assert.True(ready.Min() < AtOnce && refused.Min() < AtOnce, $"It did not answer at once but after {ready.Min()} and {refused.Min()}.");
    }

    private static async Task<TimeSpan> RefusesRequestsAsync(HostProcess server)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await server.Client.GetAsync("/api/v1/contracts/");
        var took = Stopwatch.GetElapsedTime(began);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(answer.Headers.RetryAfter);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.StartsWith("The database ", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(32, problem.GetProperty("trace_id").GetString()!.Length);
        return took;
    }

    private static async Task UntilReadyAsync(HostProcess server)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            using var answer = await server.Client.GetAsync("/ready");
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                using var list = await server.Client.GetAsync("/api/v1/contracts/");
                Assert.Equal(HttpStatusCode.OK, list.StatusCode);
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail($"The server did not become ready in time. {server.Output} {server.Error}");
    }

    private static (string Key, string Value) Url(PostgresCluster cluster)
    {
        var connection = new NpgsqlConnectionStringBuilder(cluster.ConnectionString);
        return ("DATABASE_URL", FormattableString.Invariant(
            $"postgresql://{connection.Username}:{connection.Password}@{connection.Host}:{connection.Port}/{connection.Database}?sslmode=disable"));
    }
}
