using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api.Given;
using static HangarBay.WebApi.Tests.Api.Given.ContractBuilder;

namespace HangarBay.WebApi.Tests.Api;

public sealed class SqliteEndFilterTests() : EndFilterTests(DatabaseProvider.Sqlite);

public sealed class PostgresEndFilterTests() : EndFilterTests(DatabaseProvider.Postgres);

/// <summary>Filters by end, volume, time and issuer (B15), in lists and exports.</summary>
public abstract class EndFilterTests(DatabaseProvider provider) : BrowsingBehaviour(provider)
{
    private const long Stranger = 90_000_001;

    [SkippableFact]
    public async Task A_courier_is_found_by_where_it_ends()
    {
        var palace = await Api.GivenAStationInNullSec();
        var ids = await Api.GivenContracts(
            Ending(Universe.Jita), Ending(palace), Ending(Universe.SomeStructure), AContract().Offering(Universe.Rokh).With(row => row with { EndLocationId = palace }));

        Assert.Equal([ids[0]], (await BrowseAsync("end_system_ids=30000142")).Ids);
        Assert.Equal([ids[1]], (await BrowseAsync("end_security=null")).Ids);
        Assert.Equal([ids[0], ids[1]], (await BrowseAsync("end_security=null&end_security=high")).Ids.Order());
        Assert.Equal([ids[1], ids[2]], (await BrowseAsync($"end_station_ids={palace}&end_station_ids={Universe.SomeStructure}&end_station_ids=7")).Ids.Order());
        Assert.Equal([], (await BrowseAsync("end_system_ids=7")).Ids);
    }

    [SkippableFact]
    public async Task The_region_of_an_end_is_that_of_its_system()
    {
        await Api.GivenASystemOf(new SystemId(30_002_187), Universe.Domain, new LocationId(60_008_494));
        var ids = await Api.GivenContracts(Ending(new LocationId(60_008_494)).In(Universe.TheForge), Ending(Universe.Jita).In(Universe.Domain));

        Assert.Equal([ids[0]], (await BrowseAsync("end_region_ids=10000043")).Ids);
        Assert.Equal([ids[0]], (await BrowseAsync("end_region_ids=10000043&end_region_ids=7&region_ids=10000002")).Ids);
        Assert.Equal([], (await BrowseAsync("end_region_ids=7")).Ids);
    }

    [SkippableFact]
    public async Task Volume_time_and_issuer_narrow_a_list_and_an_export()
    {
        var ids = await Api.GivenContracts(
            ACourier().With(row => row with { Volume = 0.01 }),
            ACourier().With(row => row with { Volume = 12_000, DateExpired = Universe.Noon.AddHours(24) }),
            ACourier().With(row => row with { IssuerId = new CharacterId(Stranger) }));

        Assert.Equal([ids[0]], (await BrowseAsync("max_volume=0.01")).Ids);
        Assert.Equal([ids[1]], (await BrowseAsync("min_volume=0.011&max_volume=12000.0")).Ids);
        Assert.Equal([ids[1]], (await BrowseAsync("ends_within=24")).Ids);
        Assert.Equal([], (await BrowseAsync("ends_within=23")).Ids);
        Assert.Equal([ids[2]], (await BrowseAsync($"issuer_ids={Stranger}&issuer_ids=7")).Ids);
        Assert.Equal([], (await BrowseAsync("issuer_ids=7")).Ids);
        Assert.Equal(1, (await Api.GetAsync($"/api/v1/contracts/export?format=ndjson&issuer_ids={Stranger}")).Body.Count(character => character == '\n'));
    }

    [SkippableFact]
    public async Task What_ends_within_some_hours_moves_with_the_minute()
    {
        var id = await Api.GivenContract(ACourier().With(row => row with { DateExpired = Universe.Noon.AddHours(1).AddMinutes(1) }));
        Assert.Equal([], (await BrowseAsync("ends_within=1")).Ids);

        Api.AMinutePasses();

        Assert.Equal([id], (await BrowseAsync("ends_within=1")).Ids);
    }

    private static ContractBuilder Ending(LocationId end) => ACourier().With(row => row with { EndLocationId = end });
}
