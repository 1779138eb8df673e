using HangarBay.Application.Sync;
using HangarBay.Application.Sync.ListingRegions;
using HangarBay.Domain.Coverage;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Tests.Sync.Faults;

/// <summary>One bad region never stops the sync (M9), in a round over all of New Eden.</summary>
public abstract class FailingRegionTests(DatabaseProvider provider) : SyncTest(provider)
{
    private const int Bad = 10000043;

    protected override EsiSandbox.Engine.SandboxOptions World => new() { Contracts = 300 };

    [SkippableFact]
    public async Task Only_the_region_that_always_fails_is_not_covered()
    {
        var fault = new StatusFault(500) { Region = Bad };
        Esi.Faults.Add(fault);
        for (var round = 1; round <= 3; round++)
        {
            var summary = await SyncNewEdenAsync();

            Assert.Equal(Bad, Assert.Single(summary.KeptOldState).Region.Value);
            var regions = await CoveragesAsync();
            Assert.Equal((null, SweepOutcome.Incomplete, round), (regions[Bad].AsOf, regions[Bad].LastOutcome!.Value, regions[Bad].FailuresInRow));
            Assert.All(regions.Values.Where(region => region.Id.Value != Bad), region => Assert.Equal((true, 0), (region.AsOf is not null, region.FailuresInRow)));
            await ThenItIsAsTheSandboxKnowsAsync([.. regions.Keys.Where(region => region != Bad)]);
            Clock.Advance(NextGeneration);
        }

        Esi.Faults.Remove(fault);
        Assert.Empty((await SyncNewEdenAsync()).KeptOldState);
        await ThenItIsAsTheSandboxKnowsAsync([.. (await CoveragesAsync()).Keys]);
    }

    private Task<SyncSummary> SyncNewEdenAsync() =>
        Services.GetRequiredService<SyncRun>().RunAsync(new ListRegions([], All: true), progress: null, CancellationToken.None);

    private Task<Dictionary<int, RegionCoverage>> CoveragesAsync() => QueryAsync(context => context.Set<RegionCoverage>().AsNoTracking()
        .ToDictionaryAsync(region => region.Id.Value));
}

public sealed class FailingRegionOnSqlite() : FailingRegionTests(DatabaseProvider.Sqlite);

public sealed class FailingRegionOnPostgres() : FailingRegionTests(DatabaseProvider.Postgres);
