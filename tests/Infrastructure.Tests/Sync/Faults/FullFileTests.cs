using System.Data.Common;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Sync;
using HangarBay.Domain.Contracts;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Sqlite;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Tests.Sync.Faults;

/// <summary>
/// There is no room for the SQLite file. SQLite's own limit on a file's pages gives the same error as a full disk and works on every
/// machine. Another test runs a server on a disk that is really full, where the machine allows that.
/// </summary>
public sealed class FullFileTests() : SyncTest(DatabaseProvider.Sqlite)
{
    private readonly Bound _bound = new();

    protected override EsiSandbox.Engine.SandboxOptions World => new() { Contracts = 400 };

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    public async Task The_sync_reports_a_full_file_in_one_sentence_serving_continues_and_with_room_the_sync_too(int pagesLeft)
    {
        Settings["Sync:ItemsBatch"] = "40";
        await _bound.SetAsync(Services, more: pagesLeft);

        ThenItIsFull(await SyncAsync());
        var read = await ReadAsync();
        Assert.Equal((await OpenAsync()).Count, await BrowseAsync());
        await ThenTheDatabaseIsSoundAsync();
        ThenItIsFull(await SyncAsync());

        await _bound.LiftAsync(Services);
        Esi.Requests.Clear();
        var summary = await SyncAsync();
        Assert.Empty(summary.FailedJobs);
        Assert.Empty(AskedLines().Intersect(read));
        await ThenItIsAsTheSandboxKnowsAsync();
    }

    protected override void Compose(IServiceCollection services) =>
        services.ConfigureDbContext<SqliteHangarBayDbContext>(options => options.AddInterceptors(_bound));

    private static void ThenItIsFull(SyncSummary summary) => Assert.All(
        summary.FailedJobs.Select(job => job.Reason).Concat(summary.KeptOldState.Select(region => region.Reason)).DefaultIfEmpty("Nothing failed."),
        reason => Assert.Equal("The database file is full, or its disk is.", reason));

    private async Task<List<long>> ReadAsync() =>
        [.. (await ContractsAsync()).Where(contract => contract.LinesState == LinesState.Read).Select(contract => contract.Id.Value)];

    /// <summary>The number of listed contracts, with the query of the site.</summary>
    private async Task<int> BrowseAsync() => (await SendAsync(new BrowseContracts())).Total;

    /// <summary>Sets the limit on every connection, because SQLite does not store it in the file.</summary>
    private sealed class Bound : DbConnectionInterceptor
    {
        private const long None = 1_000_000;

        private long _pages = None;

        public async Task SetAsync(IServiceProvider services, int more) => _pages = await CountAsync(services) + more;

        public async Task LiftAsync(IServiceProvider services)
        {
            _pages = None;
            await CountAsync(services);
        }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private static async Task<long> CountAsync(IServiceProvider services)
        {
            await using var scope = services.CreateAsyncScope();
            return (await scope.ServiceProvider.GetRequiredService<HangarBayDbContext>().Database
                .SqlQueryRaw<long>("SELECT page_count AS \"Value\" FROM pragma_page_count").ToListAsync())[0];
        }

        private void Set(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = FormattableString.Invariant($"PRAGMA max_page_count = {_pages}");
            command.ExecuteNonQuery();
        }
    }
}
