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
        services.AddSingleton(provider => new NpgsqlDataSourceBuilder(settings.ConnectionString)
            .OpeningWith(provider.GetRequiredService<PostgresSessions>().RequireAsync)
            .Build());
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

    /// <summary>
    /// Runs <paramref name="prepare"/> on every new session before its first use. Almost all sessions are opened asynchronously; a
    /// synchronous open blocks its thread until the preparation is done.
    /// </summary>
    public static NpgsqlDataSourceBuilder OpeningWith(this NpgsqlDataSourceBuilder builder, Func<NpgsqlConnection, Task> prepare) =>
        builder.UsePhysicalConnectionInitializer(connection => Task.Run(() => prepare(connection)).GetAwaiter().GetResult(), prepare);
}
