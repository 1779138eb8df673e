using HangarBay.Application.Abstractions;
using HangarBay.Application.InMemory.Following;
using HangarBay.Application.Market.Ports;
using HangarBay.Application.Sync.Ports;
using HangarBay.Infrastructure.Persistence.Check;
using HangarBay.Infrastructure.Persistence.Postgres;
using HangarBay.Infrastructure.Persistence.Schema;
using HangarBay.Infrastructure.Persistence.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HangarBay.Infrastructure.Persistence;

public static class PersistenceRegistration
{
    /// <summary>
    /// Adds the database tier: a pooled context for each scope, repositories, the unit of work. Only this method chooses by the provider.
    /// </summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped(typeof(IRepository<>), typeof(EfRepository<>));
        services.AddScoped(typeof(IReadRepository<>), typeof(EfReadRepository<>));
        services.AddScoped<IUnitOfWork, EfUnitOfWork>();
        services.AddScoped<ISnapshots, Snapshots>();
        services.AddScoped<IMissingNames, MissingNames>();
        services.AddScoped<IMarketContracts, MarketContracts>();
        services.AddScoped<IMarketRow, MarketRow>();
        services.AddSingleton<IMarketVersions, MarketVersions>();
        services.AddSingleton<IDatabaseFaults, DatabaseFaults>();
        services.AddSchema();
        return settings.Provider switch
        {
            DatabaseProvider.Sqlite => services.AddSqlite(settings),
            DatabaseProvider.Postgres => services.AddPostgres(settings),
            _ => throw new ArgumentOutOfRangeException(nameof(settings), settings.Provider, "No such provider."),
        };
    }

    /// <summary>
    /// Migrates the database when the host starts, if the settings say so. Call it before any worker is added: hosted services start in the
    /// order in which they are added.
    /// </summary>
    public static IServiceCollection AddDatabaseStartup(this IServiceCollection services) => services.AddHostedService<DatabaseStartup>();

    private static void AddSchema(this IServiceCollection services)
    {
        services.AddSingleton<IDatabaseSchema, DatabaseSchema>();
        services.AddSingleton<IDatabaseReadiness, DatabaseReadiness>();
        services.AddSingleton<MigrationProgress>();
        services.AddSingleton<IDatabaseCheck, DatabaseCheck>();
    }
}
