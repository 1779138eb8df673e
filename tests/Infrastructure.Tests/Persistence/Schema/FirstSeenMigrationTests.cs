using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;

namespace HangarBay.Infrastructure.Tests.Persistence.Schema;

/// <summary>A migration of a market from before contracts told when they were first seen (B14).</summary>
public abstract class FirstSeenMigrationTests(DatabaseProvider provider) : SyncTest(provider)
{
    [SkippableFact]
    public async Task Its_contracts_count_from_their_date_of_issue_and_later_ones_do_not()
    {
        await SweepWellAsync();
        Clock.Advance(NextGeneration);
        var known = Esi.Market.Add(Forge, 2);
        await SweepWellAsync();

        await MigrateAsync("LineNames");
        await MigrateAsync(null);

        var contracts = await ContractsAsync();
        Assert.Contains(contracts, contract => contract.Id.Value == known[0]);
        Assert.All(contracts, contract => Assert.Equal(contract.DateIssued, contract.FirstSeenAt));

        Clock.Advance(NextGeneration);
        var added = Esi.Market.Add(Forge, 1);
        await SweepWellAsync();
        Assert.Equal(Clock.GetUtcNow(), (await ContractsAsync()).Single(contract => contract.Id.Value == added[0]).FirstSeenAt);
    }
}

public sealed class FirstSeenMigrationOnSqlite() : FirstSeenMigrationTests(DatabaseProvider.Sqlite);

public sealed class FirstSeenMigrationOnPostgres() : FirstSeenMigrationTests(DatabaseProvider.Postgres);
