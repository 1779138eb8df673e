using System.Globalization;
using HangarBay.EsiSandbox.Engine;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.WebApi.Tests.Faults;

/// <summary>
/// PostgreSQL is away while a server fills it, for a minute in the long form. The server keeps running and continues by itself.
/// </summary>
public sealed class LostDatabaseTests
{
    private const string Items = "/contracts/public/items/";
    private const int Batch = 40;

    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(LongTests.Choose(4, 60));

    [SkippableFact]
    public async Task A_database_lost_during_the_first_fill_delays_it_and_loses_at_most_the_batch_in_flight()
    {
        await using var cluster = await PostgresServer.StartOwnClusterAsync();
        var database = new DatabaseSettings(DatabaseProvider.Postgres, cluster.ConnectionString, MigrateOnStartup: true);
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Shape = MarketShape.NewEden, Contracts = 600 }, new FakeTimeProvider(TimeProvider.System.GetUtcNow()));
        await using var market = await ServedMarket.StartAsync(database, sandbox, "--Esi:MaxRequestsPerSecond=100", $"--Sync:ItemsBatch={Batch}");
        await market.UntilAsync(() => Answered(sandbox).Count() > 3 * Batch);

        await cluster.StopAsync();
        await Task.Delay(Outage);
        var meanwhile = Answered(sandbox).Count();
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Equal(meanwhile, Answered(sandbox).Count());
        await cluster.StartAsync();
        await market.UntilAllIsReadAsync();

        await database.ThenItIsSoundAsync();
        await database.ThenItIsAsTheSandboxKnowsAsync(sandbox);
        var twice = Answered(sandbox).CountBy(id => id).Where(contract => contract.Value > 1).ToList();
        Assert.InRange(twice.Count, 0, Batch);
        Assert.All(twice, contract => Assert.Equal(2, contract.Value));
        Assert.DoesNotContain("failed", market.Server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(cluster.Password, market.Server.Output + market.Server.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<long> Answered(SandboxServer sandbox) => sandbox.Requests.Recent
        .Where(request => request.Status == 200 && request.Path.StartsWith(Items, StringComparison.Ordinal))
        .Select(request => long.Parse(request.Path[Items.Length..].Split('?')[0], CultureInfo.InvariantCulture));
}
