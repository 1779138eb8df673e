using HangarBay.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>The model on SQLite: instants are Unix milliseconds, as SQLite has no type for them.</summary>
public sealed class SqliteHangarBayDbContext(DbContextOptions<SqliteHangarBayDbContext> options) : HangarBayDbContext(options)
{
    /// <summary>The time limit of every query from now on; null: no limit.</summary>
    internal TimeSpan? ReadingLimit { get; set; }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMillisecondsConverter>();
    }
}
