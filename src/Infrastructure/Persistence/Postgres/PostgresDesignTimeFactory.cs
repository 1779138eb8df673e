using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HangarBay.Infrastructure.Persistence.Postgres;

/// <summary>Lets <c>dotnet ef</c> work on this project alone; no server is asked by it.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresHangarBayDbContext>
{
    public PostgresHangarBayDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresHangarBayDbContext>()
            .UseNpgsql("Host=design-time")
            .UseSnakeCaseNamingConvention()
            .Options);
}
