using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Tests.Persistence.Schema;

public sealed class NoSearchedFormsMigrationOnSqlite() : NoSearchedFormsMigrationTests(DatabaseProvider.Sqlite);

public sealed class NoSearchedFormsMigrationOnPostgres() : NoSearchedFormsMigrationTests(DatabaseProvider.Postgres);

/// <summary>A migration of a market from before the searched form of texts was no longer stored.</summary>
public abstract class NoSearchedFormsMigrationTests(DatabaseProvider provider) : SyncTest(provider)
{
    protected override EsiSandbox.Engine.SandboxOptions World => new() { Contracts = 240 };

    [SkippableFact]
    public async Task Only_the_searched_form_goes_and_the_way_back_fills_it_in()
    {
        await SyncAsync();
        var before = await DumpAsync();

        await MigrateAsync("LineNames");

        Assert.Equal(await ReadAsync("SELECT lower(title) AS \"Value\" FROM contracts"), await ReadAsync("SELECT title_search AS \"Value\" FROM contracts"));
        Assert.Equal(await ReadAsync("SELECT lower(coalesce(name, '')) AS \"Value\" FROM locations"), await ReadAsync("SELECT name_search AS \"Value\" FROM locations"));
        Assert.DoesNotContain("", await ReadAsync("SELECT name_search AS \"Value\" FROM solar_systems"));

        await MigrateAsync(null);

        Assert.Empty((await DumpAsync()).DifferencesTo(before));
        await ThenTheDatabaseIsSoundAsync();
    }

    private Task<List<string>> ReadAsync(string sql) =>
        QueryAsync(async context => (await context.Database.SqlQueryRaw<string>(sql).ToListAsync()).Order(StringComparer.Ordinal).ToList());
}
