using HangarBay.Application.Abstractions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

internal static class SqliteRegistration
{
    public static IServiceCollection AddSqlite(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddDbContextPool<HangarBayDbContext, SqliteHangarBayDbContext>(options => options
            .UseSqlite(settings.ConnectionString)
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(SqlitePragmas.Instance));
        services.AddSingleton<IEngine, SqliteEngine>();
        services.AddScoped<IBulkWriter, SqliteBulkWriter>();
        return services;
    }
}
