using HangarBay.Domain.Contracts;
using HangarBay.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>The model on SQLite: instants as Unix milliseconds, as SQLite has no type for them.</summary>
public sealed class SqliteHangarBayDbContext(DbContextOptions<SqliteHangarBayDbContext> options) : HangarBayDbContext(options)
{
    /// <summary>Of every query from now on; null: as long as it takes.</summary>
    internal TimeSpan? ReadingLimit { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // Every title is looked at, and here few and nothing else. That they are open stands in the index too, or rows would be read for it.
        modelBuilder.Entity<Contract>().HasIndex(contract => new { contract.TitleSearch, contract.ClosedAt }).HasFilter(TitledAndOpen)
            .HasDatabaseName("ix_contracts_open_titles");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMillisecondsConverter>();
    }
}
