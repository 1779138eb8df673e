using HangarBay.Domain.Contracts;
using HangarBay.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence.Postgres;

/// <summary>The model on PostgreSQL: text that is sorted has byte order (collation "C"), and instants are cut to milliseconds.</summary>
public sealed class PostgresHangarBayDbContext(DbContextOptions<PostgresHangarBayDbContext> options) : HangarBayDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Contract>().Property(contract => contract.ShipName).UseCollation("C");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MillisecondsConverter>();
    }
}
