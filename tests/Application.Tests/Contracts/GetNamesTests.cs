using HangarBay.Application.Contracts.GettingNames;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Tests.Given;
using HangarBay.Domain.Universe;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts;

/// <summary>Names by id (M10).</summary>
public sealed class GetNamesTests
{
    private readonly SettledMarket _market = AMarket();

    [Fact]
    public async Task Without_ids_no_names_are_returned()
    {
        var names = await GetAsync(new GetNames());

        Assert.Equal((0, 0, 0, 0), (names.Systems.Count, names.Stations.Count, names.Types.Count, names.Regions.Count));
        Assert.Empty(names.Characters);
    }

    [Fact]
    public async Task A_character_that_issued_something_is_told_by_its_name_if_it_has_one()
    {
        var (ada, nameless, idle) = (new CharacterId(7), new CharacterId(8), new CharacterId(9));
        _market.Add(Numbered(1).With(row => row with { IssuerId = ada }), Numbered(2).With(row => row with { IssuerId = nameless }));
        _market.Characters.AddRange([new(ada, "Ada Lovelace", Noon), new(nameless, null, Noon), new(idle, "Idle", Noon)]);

        var names = await GetAsync(new GetNames { CharacterIds = [ada, nameless, idle, new CharacterId(10)] });

        Assert.Equal([KeyValuePair.Create(ada, "Ada Lovelace")], names.Characters);
    }

    [Fact]
    public async Task A_type_is_named_in_the_readers_language_else_in_English()
    {
        var names = await GetAsync(new GetNames { TypeIds = [Known.Rokh, Known.Rifter, Known.Rokh], Lang = Language.De });

        Assert.Equal([new(Known.Rokh.Value, "Rokh (de)", Known.Ship.Value), new(Known.Rifter.Value, "Rifter", Known.Ship.Value)], names.Types.Values);
    }

    [Fact]
    public async Task A_system_comes_with_its_region()
    {
        var names = await GetAsync(new GetNames { SystemIds = [Jita], Lang = Language.De });

        Assert.Equal(new KnownSystem(Jita.Value, "Jita", 0.9m, SecurityBand.High, TheForge.Value, "Die Schmiede"), names.Systems[Jita]);
        Assert.Equal(new KnownRegion(TheForge.Value, "Die Schmiede"), Assert.Single(names.Regions).Value);
    }

    [Fact]
    public async Task A_system_of_unknown_region_has_none()
    {
        var names = await GetAsync(new GetNames { SystemIds = [Rancer] });

        Assert.Equal(new KnownSystem(Rancer.Value, "Rancer", 0.4m, SecurityBand.Low, null, null), names.Systems[Rancer]);
        Assert.Empty(names.Regions);
    }

    [Fact]
    public async Task A_system_of_a_region_without_a_name_has_only_the_regions_id()
    {
        _market.Regions.Clear();

        var names = await GetAsync(new GetNames { SystemIds = [Jita] });

        Assert.Equal((TheForge.Value, null), (names.Systems[Jita].RegionId, names.Systems[Jita].RegionName));
        Assert.Empty(names.Regions);
    }

    [Fact]
    public async Task A_station_comes_with_its_system_and_region()
    {
        var names = await GetAsync(new GetNames { StationIds = [Keepstar] });

        Assert.Equal(new KnownStation(Keepstar.Value, "1DQ1-A - Keepstar", Fortress.Value), Assert.Single(names.Stations).Value);
        Assert.Equal(new KnownSystem(Fortress.Value, "1DQ1-A", -0.4m, SecurityBand.Null, Delve.Value, "Delve"), Assert.Single(names.Systems).Value);
        Assert.Equal(new KnownRegion(Delve.Value, "Delve"), Assert.Single(names.Regions).Value);
    }

    [Fact]
    public async Task A_station_of_a_system_without_a_name_comes_without_the_system()
    {
        var names = await GetAsync(new GetNames { StationIds = [Outpost] });

        Assert.Equal(new KnownStation(Outpost.Value, "Outpost", Uncharted.Value), Assert.Single(names.Stations).Value);
        Assert.Empty(names.Systems);
    }

    [Fact]
    public async Task What_has_no_name_is_left_out()
    {
        _market.Add(Numbered(1).From(Elsewhere).Offering(Known.Mystery));

        var names = await GetAsync(new GetNames
        {
            SystemIds = [Uncharted, Jita],
            StationIds = [Hidden, Elsewhere, JitaStation, new LocationId(1)],
            TypeIds = [Known.Mystery, Known.Rokh, new TypeId(1)],
            RegionIds = [new RegionId(1), TheForge],
        });

        Assert.Equal([Jita], names.Systems.Keys);
        Assert.Equal([JitaStation], names.Stations.Keys);
        Assert.Equal([Known.Rokh], names.Types.Keys);
        Assert.Equal([TheForge], names.Regions.Keys);
    }

    private Task<KnownNames> GetAsync(GetNames query) => new GetNamesHandler(_market.Pin).Handle(query, default);
}
