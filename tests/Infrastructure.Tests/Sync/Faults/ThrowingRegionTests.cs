using HangarBay.Application.Market.Ports;
using HangarBay.Application.Sync;
using HangarBay.Application.Sync.ListingRegions;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Tests.Sync.Faults;

/// <summary>
/// A region that throws any exception while it is stored keeps its old state, shows the reason, and stops no other region (M9).
/// </summary>
public abstract class ThrowingRegionTests(DatabaseProvider provider) : SyncTest(provider)
{
    private const int Bad = 10000043;

    private bool _isBroken = true;

    protected override EsiSandbox.Engine.SandboxOptions World => new() { Contracts = 300 };

    [SkippableFact]
    public async Task Only_the_throwing_region_lacks_contracts_and_its_coverage_has_the_reason()
    {
        for (var round = 1; round <= 2; round++)
        {
            var summary = await SyncNewEdenAsync();

            Assert.Equal((Bad, "The sweep failed unexpectedly (InvalidDataException)."), (Assert.Single(summary.KeptOldState).Region.Value, summary.KeptOldState[0].Reason));
            Assert.Empty(summary.FailedJobs);
            var regions = await CoveragesAsync();
            Assert.Equal((null, SweepOutcome.Failed, round, summary.KeptOldState[0].Reason), (regions[Bad].AsOf, regions[Bad].LastOutcome!.Value, regions[Bad].FailuresInRow, regions[Bad].LastReason));
            Assert.All(regions.Values.Where(region => region.Id.Value != Bad), region => Assert.Equal((true, 0), (region.AsOf is not null, region.FailuresInRow)));
            await ThenItIsAsTheSandboxKnowsAsync([.. regions.Keys.Where(region => region != Bad)]);
            Clock.Advance(NextGeneration);
        }

        _isBroken = false;
        Assert.Empty((await SyncNewEdenAsync()).KeptOldState);
        await ThenItIsAsTheSandboxKnowsAsync([.. (await CoveragesAsync()).Keys]);
    }

    protected override void Compose(IServiceCollection services) => services.Decorate<IBulkWriter>(inner => new BrokenWriter(inner, () => _isBroken));

    private Task<SyncSummary> SyncNewEdenAsync() =>
        Services.GetRequiredService<SyncRun>().RunAsync(new ListRegions([], All: true), progress: null, CancellationToken.None);

    private Task<Dictionary<int, RegionCoverage>> CoveragesAsync() => QueryAsync(context => context.Set<RegionCoverage>().AsNoTracking()
        .ToDictionaryAsync(region => region.Id.Value));

    /// <summary>A writer that fails for contracts of the region.</summary>
    private sealed class BrokenWriter(IBulkWriter inner, Func<bool> isBroken) : IBulkWriter
    {
        public Task<int> UpsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
            where T : class => inner.UpsertAsync(rows, cancellationToken);

        public Task<int> InsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
            where T : class => isBroken() && rows.OfType<Contract>().Any(contract => contract.RegionId.Value == Bad)
                ? throw new InvalidDataException("A row of this region.")
                : inner.InsertAsync(rows, cancellationToken);

        public Task<int> UpdateAsync<T>(IReadOnlyCollection<T> rows, IReadOnlyCollection<string> properties, CancellationToken cancellationToken)
            where T : class => inner.UpdateAsync(rows, properties, cancellationToken);
    }
}

public sealed class ThrowingRegionOnSqlite() : ThrowingRegionTests(DatabaseProvider.Sqlite);

public sealed class ThrowingRegionOnPostgres() : ThrowingRegionTests(DatabaseProvider.Postgres);
