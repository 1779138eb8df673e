using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.TestSupport;

/// <summary>
/// An empty, migrated database of a test's own on either engine, removed when disposed:
/// <c>await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);</c>. Without a PostgreSQL to be
/// had the test is skipped, so it carries <c>[SkippableFact]</c>.
/// </summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>For <c>AddPersistence</c>.</summary>
    public abstract DatabaseSettings Settings { get; }

    /// <summary>The same as configuration keys, for hosts that read their own configuration.</summary>
    public IReadOnlyDictionary<string, string?> Configuration => new Dictionary<string, string?>
    {
        ["Database:Provider"] = Settings.Provider.ToString(),
        ["ConnectionStrings:HangarBay"] = Settings.ConnectionString,
        ["Database:MigrateOnStartup"] = Settings.MigrateOnStartup.ToString(),
        // Whatever the developer's own environment says.
        ["DATABASE_URL"] = "",
    };

    /// <summary>The database as the executable opens it, with all that it asks of the engine.</summary>
    public DatabaseSettings AsConfigured => new ConfigurationBuilder().AddInMemoryCollection(Configuration).Build().ReadDatabase(Path.GetTempPath());

    /// <param name="provider">The engine.</param>
    /// <param name="migrated">False for a database without a table.</param>
    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider, bool migrated = true) => provider switch
    {
        DatabaseProvider.Sqlite => await SqliteTestDatabase.CreateAsync(migrated),
        DatabaseProvider.Postgres => await PostgresTestDatabase.CreateAsync(migrated),
        _ => throw new ArgumentOutOfRangeException(nameof(provider)),
    };

    /// <summary>The database tier on this database, with whatever else the test needs; dispose it before the database.</summary>
    public ServiceProvider CreateServices(Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection().AddLogging().AddPersistence(Settings);
        more?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>Something no other database on the server is called.</summary>
    private protected static string NewName() => $"hangarbay_{Guid.NewGuid():N}";
}
