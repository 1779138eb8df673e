using HangarBay.Domain.Market;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Tests.Persistence.Schema;

/// <summary>A migration of a market from before rows had version stamps.</summary>
public abstract class StampsMigrationTests(DatabaseProvider provider) : SyncTest(provider)
{
    protected override EsiSandbox.Engine.SandboxOptions World => new() { Contracts = 1500 };

    [SkippableFact]
    public async Task Auctions_get_their_current_price_and_all_rows_a_new_version()
    {
        await SyncAsync();
        var before = await DumpAsync();
        var version = await VersionAsync();
        await MigrateAsync("HeadlineQuantities");
        // The prices as an earlier build left them.
        var wrong = await QueryAsync(context => context.Database.ExecuteSqlRawAsync("UPDATE contracts SET price_now = price WHERE current_bid IS NOT NULL"));
        Assert.True(wrong > 0);

        await MigrateAsync(null);

        Assert.Empty((await DumpAsync()).DifferencesTo(before));
        Assert.Equal(version + 1, await VersionAsync());
        Assert.Equal(version + 1, Assert.Single(await QueryAsync(context => context.Set<MarketMark>().ToListAsync())).Version);
        Assert.All(await ContractsAsync(), contract => Assert.Equal(version + 1, contract.ChangedIn));
        await ThenTheDatabaseIsSoundAsync();
    }

    [SkippableFact]
    public async Task A_database_without_a_market_gets_no_version_stamps()
    {
        await MigrateAsync("HeadlineQuantities");
        await MigrateAsync(null);

        Assert.Empty(await QueryAsync(context => context.Set<MarketMark>().ToListAsync()));
        await SyncAsync();
        await ThenItIsAsTheSandboxKnowsAsync();
    }

    private async Task<long> VersionAsync() => (await QueryAsync(context => context.Set<MarketState>().AsNoTracking().SingleAsync())).Version;
}

public sealed class StampsMigrationOnSqlite() : StampsMigrationTests(DatabaseProvider.Sqlite);

public sealed class StampsMigrationOnPostgres() : StampsMigrationTests(DatabaseProvider.Postgres);
