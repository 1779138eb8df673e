using HangarBay.EsiSandbox.Engine;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Check;
using HangarBay.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.WebApi.Tests.Faults;

/// <summary>Reads what processes left in their database, from outside.</summary>
internal static class StoredMarket
{
    public static async Task<T> QueryAsync<T>(this DatabaseSettings database, Func<HangarBayDbContext, Task<T>> query)
    {
        await using var services = Services(database);
        await using var scope = services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<HangarBayDbContext>());
    }

    public static Task<T> QueryAsync<T>(this TestDatabase database, Func<HangarBayDbContext, Task<T>> query) => database.Settings.QueryAsync(query);

    /// <summary>Checks the database with the checks of <c>db check</c>.</summary>
    public static async Task ThenItIsSoundAsync(this DatabaseSettings database)
    {
        await using var services = Services(database);
        var verdict = await services.GetRequiredService<IDatabaseCheck>().CheckAsync(CancellationToken.None);
        Assert.True(verdict.IsSound, string.Join('\n', verdict.Violations.Select(violation =>
            $"{violation.Count} times: {violation.Invariant} {string.Join(", ", violation.Examples)}")));
    }

    public static Task ThenItIsSoundAsync(this TestDatabase database) => database.Settings.ThenItIsSoundAsync();

    public static async Task ThenItIsAsTheSandboxKnowsAsync(this DatabaseSettings database, SandboxServer sandbox) =>
        Assert.Empty(await database.QueryAsync(context => SandboxTruth.DifferencesAsync(
            context, sandbox.Market, TimeProvider.System.GetUtcNow(), [.. sandbox.Market.Regions.Where(region => region < 12_000_000)])));

    public static Task ThenItIsAsTheSandboxKnowsAsync(this TestDatabase database, SandboxServer sandbox) =>
        database.Settings.ThenItIsAsTheSandboxKnowsAsync(sandbox);

    private static ServiceProvider Services(DatabaseSettings database) =>
        new ServiceCollection().AddLogging().AddPersistence(Unpooled(database)).BuildServiceProvider();

    /// <summary>Settings without a pool, so that no connection keeps a file open whose disk will be removed.</summary>
    private static DatabaseSettings Unpooled(DatabaseSettings database) => database.Provider == DatabaseProvider.Sqlite
        ? database with { ConnectionString = $"{database.ConnectionString};Pooling=False" }
        : database;
}
