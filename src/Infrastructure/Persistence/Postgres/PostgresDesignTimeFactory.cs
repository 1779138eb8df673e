using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HangarBay.Infrastructure.Persistence.Postgres;

/// <summary>Lets <c>dotnet ef</c> work on this project alone. It does not connect to a server.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresHangarBayDbContext>
{
    public PostgresHangarBayDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresHangarBayDbContext>()
            .UseNpgsql("Host=design-time")
            .UseSnakeCaseNamingConvention()
            .Options);
}
