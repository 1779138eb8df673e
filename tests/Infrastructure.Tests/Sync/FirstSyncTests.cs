using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Tests.Sync;

public abstract class FirstSyncTests(DatabaseProvider provider) : SyncTest(provider)
{
    protected override EsiSandbox.Engine.SandboxOptions World => new() { Contracts = 300 };

    [SkippableFact]
    public async Task The_first_sync_stores_every_contract_of_the_region_as_new()
    {
        var summary = await SyncAsync();

        Assert.Equal($"{Listed.Count} new, 0 closed, 0 changed, 0 unchanged, 0 quarantined", summary.ToString());
        Assert.Equal(Listed, await OpenAsync());
        Assert.Empty(summary.KeptOldState);
    }

    [SkippableFact]
    public async Task A_region_that_ESI_does_not_know_is_not_asked_for_its_name()
    {
        var summary = await SyncAsync(regions: new RegionId(10009999));

        Assert.Single(summary.KeptOldState);
        Assert.Empty(Asked("/universe/regions/{region_id}"));
    }

    [SkippableFact]
    public async Task It_reads_the_lines_of_every_live_contract_that_has_some_once_each()
    {
        var summary = await SyncAsync();

        // A list also has contracts that ended since it was made. They are past their date, or they were accepted and answer 204.
        var live = (await ContractsAsync()).Where(contract => contract.IsLive(Clock.GetUtcNow())).ToList();
        var bearing = live.Where(contract => contract.Type.BearsLines()).ToList();
        Assert.Equal(bearing.Select(contract => contract.Id.Value), AskedLines().Order());
        var (answered, gone) = (Statuses(200), Statuses(204));
        Assert.Equal((answered, gone, bearing.Count), (summary.ContractsRead, summary.ContractsMissed, answered + gone));
        Assert.Equal(answered, bearing.Count(contract => contract is { LinesState: LinesState.Read, Lines.Count: > 0 }));
        Assert.All(live.Except(bearing), contract => Assert.Equal((LinesState.None, 0), (contract.LinesState, contract.Lines.Count)));
    }

    [SkippableFact]
    public async Task It_names_stations_types_issuers_and_systems_but_no_structure()
    {
        await SyncAsync();

        var contracts = await ContractsAsync();
        var locations = await QueryAsync(context => context.Set<Location>().ToDictionaryAsync(location => location.Id));
        var mentioned = contracts.SelectMany(contract => new[] { contract.StartLocationId, contract.EndLocationId })
            .OfType<LocationId>().ToHashSet();
        Assert.Equal(mentioned.Order(), locations.Keys.Order());
        Assert.Contains(mentioned, id => !id.IsStation);
        Assert.All(locations.Values, location => Assert.Equal(location.Id.IsStation, location is { Name: not null, SystemId: not null }));
        var systems = await QueryAsync(context => context.Set<SolarSystem>().Select(system => system.Id).ToListAsync());
        Assert.Equal(locations.Values.Select(location => location.SystemId).OfType<SystemId>().Distinct().Order(), systems.Order());
        Assert.Equal("The Forge", (await QueryAsync(context => context.Set<Region>().SingleAsync())).Name.ToString());
        Assert.All(await QueryAsync(context => context.Set<ItemType>().ToListAsync()), type => Assert.NotNull(type.Name));
        Assert.All(await QueryAsync(context => context.Set<ItemType>().ToListAsync()), type => Assert.NotNull(type.CategoryId));
        Assert.All(await QueryAsync(context => context.Set<Character>().ToListAsync()), character => Assert.NotNull(character.Name));
        Assert.All(await QueryAsync(context => context.Set<Corporation>().ToListAsync()), corporation => Assert.NotNull(corporation.Name));
    }

    [SkippableFact]
    public async Task No_structure_is_ever_asked_about()
    {
        await SyncAsync();

        Assert.All(Asked("/universe/stations/{station_id}"), request => Assert.Equal(200, request.Status));
        Assert.DoesNotContain(Esi.Requests.Recent, request => request.Status >= 400);
    }

    [SkippableFact]
    public async Task Headline_composition_and_ship_are_derived_from_the_offered_lines()
    {
        await SyncAsync();

        var types = await QueryAsync(context => context.Set<ItemType>().AsNoTracking().ToDictionaryAsync(type => type.Id));
        foreach (var contract in (await ContractsAsync()).Where(contract => contract.LinesState == LinesState.Read))
        {
            var offered = contract.Lines.Where(line => line.IsIncluded).OrderBy(line => line.RecordId).ToList();
            var ship = offered.Find(line => types[line.TypeId].CategoryId == CategoryId.Ship);
            var expected = (ship ?? offered.FirstOrDefault() ?? contract.Lines.MinBy(line => line.RecordId))!.TypeId;
            Assert.Equal(expected, contract.HeadlineTypeId);
            Assert.Equal(ship is not null, contract.IsShipContract);
            Assert.Equal(ship is null ? null : types[ship.TypeId].Name!.ToString(), contract.ShipName);
            Assert.Equal(offered.Count < 2 ? null : offered.Count, contract.Composition?.TotalLines);
        }
    }

    [SkippableFact]
    public async Task The_coverage_has_the_time_of_the_list()
    {
        await SweepWellAsync();

        var coverage = await CoverageAsync();
        Assert.True(coverage.AsOf <= Clock.GetUtcNow() && coverage.AsOf > Clock.GetUtcNow() - TimeSpan.FromMinutes(30));
        Assert.Equal(coverage.AsOf + TimeSpan.FromMinutes(30), coverage.ExpiresAt);
        Assert.Equal(Listed.Count, coverage.Listed);
    }

    private int Statuses(int status) => Asked("items/{contract_id}").Count(request => request.Status == status);
}

public sealed class FirstSyncOnSqlite() : FirstSyncTests(DatabaseProvider.Sqlite);

public sealed class FirstSyncOnPostgres() : FirstSyncTests(DatabaseProvider.Postgres);
