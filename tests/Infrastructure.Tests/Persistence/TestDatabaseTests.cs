using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Tests.Persistence;

public sealed class TestDatabaseTests
{
    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task Every_test_has_a_migrated_database_of_its_own(DatabaseProvider provider)
    {
        await using var one = await TestDatabase.CreateAsync(provider);
        await using var other = await TestDatabase.CreateAsync(provider);
        await using var oneServices = one.CreateServices();
        await using var otherServices = other.CreateServices();

        await using var writing = oneServices.CreateAsyncScope();
        var context = writing.ServiceProvider.GetRequiredService<HangarBayDbContext>();
        context.Add(new Corporation(new CorporationId(1), "Caldari Navy", TimeProvider.System.GetUtcNow()));
        await context.SaveChangesAsync();

        await using var reading = otherServices.CreateAsyncScope();
        var untouched = reading.ServiceProvider.GetRequiredService<HangarBayDbContext>();
        Assert.Empty(await untouched.Database.GetPendingMigrationsAsync());
        Assert.Empty(await untouched.Set<Corporation>().ToListAsync());
        Assert.Single(await context.Set<Corporation>().ToListAsync());
    }
}
