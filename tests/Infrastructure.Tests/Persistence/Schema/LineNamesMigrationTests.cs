using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Tests.Persistence.Schema;

/// <summary>A migration of a market from before lines were named so in the database too.</summary>
public abstract class LineNamesMigrationTests(DatabaseProvider provider) : SyncTest(provider)
{
    protected override EsiSandbox.Engine.SandboxOptions World => new() { Contracts = 240 };

    /// <summary>The statement that made the index of pending contracts.</summary>
    protected abstract string PendingIndex { get; }

    [SkippableFact]
    public async Task Lines_and_their_state_are_unchanged_by_the_migration()
    {
        await SyncAsync();
        var before = await DumpAsync();

        await MigrateAsync("MarketInMemory");
        await MigrateAsync(null);

        Assert.Empty((await DumpAsync()).DifferencesTo(before));
        await ThenTheDatabaseIsSoundAsync();
    }

    [SkippableFact]
    public async Task The_index_of_pending_contracts_uses_the_renamed_columns()
    {
        var index = await QueryAsync(context => context.Database.SqlQueryRaw<string>(PendingIndex).SingleAsync());

        Assert.Contains("lines_state", index, StringComparison.Ordinal);
        Assert.Contains("lines_next_attempt_at", index, StringComparison.Ordinal);
        Assert.DoesNotContain("items", index, StringComparison.Ordinal);
    }
}

public sealed class LineNamesMigrationOnSqlite() : LineNamesMigrationTests(DatabaseProvider.Sqlite)
{
    protected override string PendingIndex => "SELECT sql AS \"Value\" FROM sqlite_master WHERE name = 'ix_contracts_pending'";
}

public sealed class LineNamesMigrationOnPostgres() : LineNamesMigrationTests(DatabaseProvider.Postgres)
{
    protected override string PendingIndex => "SELECT indexdef AS \"Value\" FROM pg_indexes WHERE indexname = 'ix_contracts_pending'";
}
