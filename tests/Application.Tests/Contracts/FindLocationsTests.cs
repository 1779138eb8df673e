using HangarBay.Application.Contracts.FindLocations;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Universe;
using NSubstitute;

namespace HangarBay.Application.Tests.Contracts;

/// <summary>Places by a part of their name, with where they lie.</summary>
public sealed class FindLocationsTests
{
    private static readonly SystemId Jita = new(30_000_142);
    private static readonly LocationId Station = new(60_003_760);

    private readonly Stored<SolarSystem> _systems = [];
    private readonly Stored<Location> _places = [];
    private readonly Stored<Region> _regions =
        [new Region(TheForge, LocalisedName.Of([new(Language.En, "The Forge"), new(Language.De, "Die Schmiede")]))];

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Without_a_word_nothing_is_looked_for_and_nothing_found(string? text)
    {
        AddJita();

        var found = await FindAsync(text);

        Assert.Empty(found.Systems);
        Assert.Empty(found.Stations);
        Assert.Empty(_systems.Reading.ReceivedCalls());
    }

    [Fact]
    public async Task A_system_is_told_with_its_security_and_its_region_in_the_readers_language()
    {
        AddJita();

        var found = await FindAsync("jita", Language.De);

        Assert.Equal(new FoundSystem(Jita.Value, "Jita", 0.9m, SecurityBand.High, TheForge.Value, "Die Schmiede"), Assert.Single(found.Systems));
    }

    [Fact]
    public async Task A_system_is_found_by_its_name_in_any_language_and_told_in_the_readers()
    {
        _systems.Add(new SolarSystem(Jita, LocalisedName.Of([new(Language.En, "Jita"), new(Language.Ja, "ジタ")]), SecurityStatus.Null));

        Assert.Equal("Jita", Assert.Single((await FindAsync("ジタ")).Systems).Name);
    }

    [Fact]
    public async Task A_system_whose_region_is_unknown_has_none()
    {
        AddJita(inRegion: false);

        var system = Assert.Single((await FindAsync("jita")).Systems);

        Assert.Equal((null, null), (system.RegionId, system.RegionName));
    }

    [Fact]
    public async Task A_region_without_a_name_is_told_by_its_id_alone()
    {
        AddJita();
        _regions.Clear();

        var system = Assert.Single((await FindAsync("jita")).Systems);

        Assert.Equal((TheForge.Value, null), (system.RegionId, system.RegionName));
    }

    [Fact]
    public async Task A_station_is_told_with_its_system_and_region_though_neither_was_asked_for()
    {
        AddJita();
        _places.Add(Location.Known(Station, "Caldari Navy Assembly Plant", Jita, Noon));

        var found = await FindAsync("navy plant");

        Assert.Empty(found.Systems);
        Assert.Equal(
            new FoundStation(Station.Value, "Caldari Navy Assembly Plant", Jita.Value, "Jita", 0.9m, TheForge.Value, "The Forge"), Assert.Single(found.Stations));
    }

    [Fact]
    public async Task A_station_of_a_system_that_nobody_named_yet_is_told_by_its_name_and_the_systems_id()
    {
        _places.Add(Location.Known(Station, "Caldari Navy Assembly Plant", Jita, Noon));

        var station = Assert.Single((await FindAsync("navy")).Stations);

        Assert.Equal(new FoundStation(Station.Value, "Caldari Navy Assembly Plant", Jita.Value, null, null, null, null), station);
    }

    [Fact]
    public async Task No_more_than_twenty_of_each_kind_are_told()
    {
        for (var number = 1; number <= 21; number++)
        {
            _systems.Add(new SolarSystem(new SystemId(number), LocalisedName.English($"Jita {number}"), SecurityStatus.Null));
            _places.Add(Location.Known(new LocationId(number), $"Jita {number} - Moon 4", new SystemId(number), Noon));
        }

        var found = await FindAsync("jita");

        Assert.Equal((20, 20), (found.Systems.Count, found.Stations.Count));
    }

    private void AddJita(bool inRegion = true) =>
        _systems.Add(new SolarSystem(Jita, LocalisedName.English("Jita"), SecurityStatus.Of(0.9459), null, inRegion ? TheForge : null));

    private Task<FoundLocations> FindAsync(string? text, Language language = Language.En) =>
        new FindLocationsHandler(_systems.Reading, _places.Reading, _regions.Reading).Handle(new FindLocations { Q = text, Lang = language }, default);
}
