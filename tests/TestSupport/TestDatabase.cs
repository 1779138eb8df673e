using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.TestSupport;

/// <summary>
/// An empty, migrated database of a test's own on either engine, removed when disposed:
/// <c>await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);</c>. Where there is no PostgreSQL, the
/// test is skipped, so it needs <c>[SkippableFact]</c>.
/// </summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>The settings for <c>AddPersistence</c>.</summary>
    public abstract DatabaseSettings Settings { get; }

    /// <summary>The same settings as configuration keys, for hosts that read their own configuration.</summary>
    public IReadOnlyDictionary<string, string?> Configuration => new Dictionary<string, string?>
    {
        ["Database:Provider"] = Settings.Provider.ToString(),
        ["ConnectionStrings:HangarBay"] = Settings.ConnectionString,
        ["Database:MigrateOnStartup"] = Settings.MigrateOnStartup.ToString(),
        // This overrides a value from the developer's own environment.
        ["DATABASE_URL"] = "",
    };

    /// <summary>The settings as the executable reads them, with all its options of the engine.</summary>
    public DatabaseSettings AsConfigured => new ConfigurationBuilder().AddInMemoryCollection(Configuration).Build().ReadDatabase(Path.GetTempPath());

    /// <param name="provider">The engine.</param>
    /// <param name="migrated">False: a database without tables.</param>
    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider, bool migrated = true) => provider switch
    {
        DatabaseProvider.Sqlite => await SqliteTestDatabase.CreateAsync(migrated),
        DatabaseProvider.Postgres => await PostgresTestDatabase.CreateAsync(migrated),
        _ => throw new ArgumentOutOfRangeException(nameof(provider)),
    };

    /// <summary>The database tier on this database, with further services of the test. Dispose it before the database.</summary>
    public ServiceProvider CreateServices(Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection().AddLogging().AddPersistence(Settings);
        more?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>A name that no other database on the server has.</summary>
    private protected static string NewName() => $"hangarbay_{Guid.NewGuid():N}";
}
