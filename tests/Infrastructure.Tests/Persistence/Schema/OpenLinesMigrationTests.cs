using HangarBay.Domain.Market;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Tests.Persistence.Schema;

/// <summary>A database from before offers were kept has them all after the migration.</summary>
public abstract class OpenLinesMigrationTests(DatabaseProvider provider) : SyncTest(provider)
{
    protected override EsiSandbox.Engine.SandboxOptions World => new() { Contracts = 240 };

    [SkippableFact]
    public async Task What_is_kept_is_what_the_sync_would_have_kept()
    {
        await SyncAsync();
        Clock.Advance(NextGeneration);
        Esi.Market.Drop(Forge, 5);
        await SyncAsync();
        var kept = await QueryAsync(context => context.Set<OpenLine>().CountAsync());

        await MigrateAsync("TypeNameTrigrams");
        await MigrateAsync(null);

        Assert.Equal(kept, await QueryAsync(context => context.Set<OpenLine>().CountAsync()));
        await ThenTheDatabaseIsSoundAsync();
    }
}

public sealed class OpenLinesMigrationOnSqlite() : OpenLinesMigrationTests(DatabaseProvider.Sqlite);

public sealed class OpenLinesMigrationOnPostgres() : OpenLinesMigrationTests(DatabaseProvider.Postgres);
