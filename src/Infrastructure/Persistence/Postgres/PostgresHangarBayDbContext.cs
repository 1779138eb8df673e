using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence.Postgres;

/// <summary>The model on PostgreSQL: trigrams for searching titles and names, and byte order for text that is sorted.</summary>
public sealed class PostgresHangarBayDbContext(DbContextOptions<PostgresHangarBayDbContext> options) : HangarBayDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasPostgresExtension("pg_trgm");
        modelBuilder.Entity<SolarSystem>().Property(system => system.NameSearch).UseCollation("C");
        modelBuilder.Entity<Location>().Property(place => place.NameSearch).UseCollation("C");
        modelBuilder.Entity<TypeSearchName>().HasIndex(name => name.Text).HasMethod("gin").HasOperators("gin_trgm_ops")
            .HasDatabaseName("ix_type_search_names_trigrams");
        modelBuilder.Entity<Contract>(contract =>
        {
            contract.Property(c => c.ShipName).UseCollation("C");
            contract.HasIndex(c => c.TitleSearch).HasMethod("gin").HasOperators("gin_trgm_ops").HasFilter(TitledAndOpen)
                .HasDatabaseName("ix_contracts_open_titles");
        });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MillisecondsConverter>();
    }
}
