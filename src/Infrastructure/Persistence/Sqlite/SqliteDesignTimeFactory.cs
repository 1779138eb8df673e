using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>Lets <c>dotnet ef</c> work on this project alone. It does not open a file.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteHangarBayDbContext>
{
    public SqliteHangarBayDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteHangarBayDbContext>()
            .UseSqlite("Data Source=design-time.db")
            .UseSnakeCaseNamingConvention()
            .Options);
}
