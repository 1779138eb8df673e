using HangarBay.Domain.Market;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

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

        await QueryAsync(context => MigrateAsync(context, "TypeNameTrigrams"));
        await QueryAsync(context => MigrateAsync(context, null));

        Assert.Equal(kept, await QueryAsync(context => context.Set<OpenLine>().CountAsync()));
        await ThenTheDatabaseIsSoundAsync();
    }

    private static async Task<bool> MigrateAsync(HangarBayDbContext context, string? target)
    {
        await context.GetService<IMigrator>().MigrateAsync(target);
        return true;
    }
}

public sealed class OpenLinesMigrationOnSqlite() : OpenLinesMigrationTests(DatabaseProvider.Sqlite);

public sealed class OpenLinesMigrationOnPostgres() : OpenLinesMigrationTests(DatabaseProvider.Postgres);
