using HangarBay.EsiSandbox.Engine;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;

namespace HangarBay.WebApi.Tests.Faults;

/// <summary>ESI's daily downtime while a server runs. In the long form it takes ten minutes, and in the last two ESI answers 503.</summary>
public sealed class DowntimeTests
{
    private static readonly TimeSpan Refused = TimeSpan.FromSeconds(LongTests.Choose(5, 480));
    private static readonly TimeSpan Unavailable = TimeSpan.FromSeconds(LongTests.Choose(3, 120));

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task During_the_downtime_the_old_state_is_served_as_old_and_afterwards_the_market_is_updated(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        // Lists with a life of seconds, so that the downtime has an effect on them.
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Shape = MarketShape.NewEden, Contracts = 100, Generation = TimeSpan.FromSeconds(4) }, TimeProvider.System);
        await using var market = await ServedMarket.StartAsync(database.Settings, sandbox, "--Market:Regions=10000002,10000043");
        await market.UntilAsync(async () => ServedMarket.AsOf(await market.StatusAsync()) is not null && await market.TotalAsync() > 0);

        var began = TimeProvider.System.GetTimestamp();
        await sandbox.DownAsync(Refused, Unavailable);
        // The round, where it is a new one, or one of its jobs.
        await market.UntilAsync(() => market.Server.Output.Contains(" waits: ", StringComparison.Ordinal));
        var (before, asOf) = (await market.TotalAsync(), ServedMarket.AsOf(await market.StatusAsync()));
        await Task.Delay(Refused - TimeProvider.System.GetElapsedTime(began) is { Ticks: > 0 } rest ? rest : TimeSpan.Zero);

        // No sweep has closed a contract; at most, some contracts have expired by themselves.
        Assert.Equal(asOf, ServedMarket.AsOf(await market.StatusAsync()));
        Assert.InRange(await market.TotalAsync(), before - 1, before);

        var over = TimeProvider.System.GetUtcNow() + Unavailable;
        await market.UntilAsync(async () => ServedMarket.AsOf(await market.StatusAsync()) >= over - TimeSpan.FromSeconds(1));
        await database.ThenItIsSoundAsync();
        Assert.DoesNotContain("failed", market.Server.Output, StringComparison.Ordinal);
    }
}
