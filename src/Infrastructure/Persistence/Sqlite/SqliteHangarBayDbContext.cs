using HangarBay.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>The model on SQLite: instants as Unix milliseconds, as SQLite has no type for them.</summary>
public sealed class SqliteHangarBayDbContext(DbContextOptions<SqliteHangarBayDbContext> options) : HangarBayDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMillisecondsConverter>();
    }
}
