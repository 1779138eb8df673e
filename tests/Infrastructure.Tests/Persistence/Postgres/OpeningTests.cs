using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Postgres;
using HangarBay.TestSupport;
using Npgsql;

namespace HangarBay.Infrastructure.Tests.Persistence.Postgres;

/// <summary>A session whose preparation fails takes no place in the pool for ever.</summary>
public sealed class OpeningTests : IAsyncLifetime
{
    private const int Places = 2;

    private TestDatabase _database = null!;

    private string ConnectionString => new NpgsqlConnectionStringBuilder(_database.Settings.ConnectionString) { MaxPoolSize = Places, Timeout = 3 }.ConnectionString;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres, migrated: false);

    public Task DisposeAsync() => _database?.DisposeAsync().AsTask() ?? Task.CompletedTask;

    [SkippableFact]
    public async Task A_preparation_that_fails_gives_its_place_back()
    {
        var fails = true;
        await using var source = new NpgsqlDataSourceBuilder(ConnectionString)
            .OpeningWith(_ => fails ? throw new InvalidOperationException("Not suitable.") : Task.CompletedTask).Build();

        for (var attempt = 0; attempt < 3 * Places; attempt++) await Assert.ThrowsAsync<InvalidOperationException>(async () => await source.OpenConnectionAsync());

        fails = false;
        await OpenEveryPlaceAsync(() => source.OpenConnectionAsync().AsTask());
    }

    private static async Task OpenEveryPlaceAsync(Func<Task<NpgsqlConnection>> open)
    {
        var opened = new List<NpgsqlConnection>();
        for (var place = 0; place < Places; place++) opened.Add(await open());
        foreach (var connection in opened) await connection.DisposeAsync();
    }
}
