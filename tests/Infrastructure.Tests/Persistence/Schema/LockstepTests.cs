using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Tests.Persistence.Schema;

/// <summary>The two engines' migrations lead to the same tables.</summary>
public sealed class LockstepTests
{
    private const string PostgresColumns =
        "SELECT table_name || '.' || column_name || ' ' || is_nullable FROM information_schema.columns WHERE table_schema = 'public'";

    // A key column is never null, but SQLite does not always report that of an INTEGER PRIMARY KEY.
    private const string SqliteColumns =
        """
        SELECT t.name || '.' || c.name || ' ' || CASE WHEN c."notnull" = 1 OR c.pk > 0 THEN 'NO' ELSE 'YES' END
        FROM sqlite_master t, pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name NOT IN ('__EFMigrationsLock', 'sqlite_sequence')
        """;

    [SkippableFact]
    public async Task Both_engines_have_the_same_tables_columns_and_nullability()
    {
        var sqlite = await ColumnsAsync(DatabaseProvider.Sqlite, SqliteColumns);
        var postgres = await ColumnsAsync(DatabaseProvider.Postgres, PostgresColumns);

        Assert.Contains("contracts.contract_id NO", sqlite);
        Assert.Equal(sqlite, postgres);
    }

    [SkippableFact]
    public async Task Both_engines_have_the_same_migrations()
    {
        Assert.Equal(await MigrationsAsync(DatabaseProvider.Sqlite), await MigrationsAsync(DatabaseProvider.Postgres));
    }

    [SkippableFact]
    public async Task Both_engines_index_the_same_but_for_trigrams()
    {
        const string indexes = "SELECT {0} FROM {1} WHERE {0} LIKE 'ix%'";
        var sqlite = await ColumnsAsync(DatabaseProvider.Sqlite, string.Format(null, indexes, "name", "sqlite_master"));
        var postgres = await ColumnsAsync(DatabaseProvider.Postgres, string.Format(null, indexes, "indexname::text", "pg_indexes"));

        Assert.Equal(sqlite, postgres.Where(name => !name.EndsWith("_trigrams", StringComparison.Ordinal)));
    }

    private static async Task<List<string>> ColumnsAsync(DatabaseProvider provider, string sql)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var services = database.CreateServices();
        await using var scope = services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<HangarBayDbContext>().Database.SqlQueryRaw<string>(sql).ToListAsync();
        return [.. rows.Order(StringComparer.Ordinal)];
    }

    private static async Task<List<string>> MigrationsAsync(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var services = database.CreateServices();
        await using var scope = services.CreateAsyncScope();
        return [.. await scope.ServiceProvider.GetRequiredService<HangarBayDbContext>().Database.GetAppliedMigrationsAsync()];
    }
}
