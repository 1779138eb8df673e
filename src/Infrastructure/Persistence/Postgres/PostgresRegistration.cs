using HangarBay.Application.Abstractions;
using HangarBay.Application.Market.Ports;
using HangarBay.Application.Sync.Ports;
using HangarBay.Infrastructure.Persistence.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HangarBay.Infrastructure.Persistence.Postgres;

internal static class PostgresRegistration
{
    public static IServiceCollection AddPostgres(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddSingleton<PostgresSessions>();
        services.AddSingleton(_ => NpgsqlDataSource.Create(settings.ConnectionString));
        services.AddDbContextPool<HangarBayDbContext, PostgresHangarBayDbContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(new WholeOpening()));
        services.AddSingleton<ReadingConnections>();
        services.AddScoped<IReadingLimit, PostgresReadingLimit>();
        services.AddSingleton<IEngine, PostgresEngine>();
        services.AddSingleton<IMigrationGate, PostgresMigrationGate>();
        services.AddSingleton<ISweeperLock, PostgresSweeperLock>();
        services.AddScoped<IBulkWriter, PostgresBulkWriter>();
        return services;
    }
}
