using HangarBay.Domain.Contracts;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Tests.Persistence.Schema;

/// <summary>A database from before headlines had quantities has them after the migration.</summary>
public abstract class HeadlineQuantitiesMigrationTests(DatabaseProvider provider) : SyncTest(provider)
{
    protected override EsiSandbox.Engine.SandboxOptions World => new() { Contracts = 240 };

    [SkippableFact]
    public async Task The_migrated_quantities_equal_those_of_the_sync()
    {
        await SyncAsync();
        var told = await QuantitiesAsync();
        Assert.Contains(told, quantity => quantity > 1);
        Assert.Contains(told, quantity => quantity is null);

        await MigrateAsync("OpenTitles");
        await MigrateAsync(null);

        Assert.Equal(told, await QuantitiesAsync());
        await ThenTheDatabaseIsSoundAsync();
    }

    private Task<List<long?>> QuantitiesAsync() =>
        QueryAsync(context => context.Set<Contract>().OrderBy(contract => contract.Id).Select(contract => contract.HeadlineQuantity).ToListAsync());
}

public sealed class HeadlineQuantitiesMigrationOnSqlite() : HeadlineQuantitiesMigrationTests(DatabaseProvider.Sqlite);

public sealed class HeadlineQuantitiesMigrationOnPostgres() : HeadlineQuantitiesMigrationTests(DatabaseProvider.Postgres);
