using HangarBay.Application.Abstractions;
using HangarBay.Application.Market.Ports;
using HangarBay.Application.Sync.Ports;
using HangarBay.Infrastructure.Persistence.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

internal static class SqliteRegistration
{
    public static IServiceCollection AddSqlite(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddDbContextPool<HangarBayDbContext, SqliteHangarBayDbContext>(options => options
            // Lists are passed as one JSON value. SQLite finds variables by comparing names, so thousands of variables cost more than the rows.
            .UseSqlite(settings.ConnectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(SqlitePragmas.Instance, QueryInterrupts.Instance));
        services.AddSingleton<IEngine, SqliteEngine>();
        services.AddSingleton<IMigrationGate, SqliteMigrationGate>();
        services.AddSingleton<ISweeperLock, SqliteSweeperLock>();
        services.AddScoped<IBulkWriter, SqliteBulkWriter>();
        services.AddScoped<IReadingLimit, SqliteReadingLimit>();
        return services;
    }
}
