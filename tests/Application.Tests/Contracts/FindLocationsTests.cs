using HangarBay.Application.Contracts.FindingLocations;
using HangarBay.Application.InMemory.Following;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Tests.Contracts;

/// <summary>Places found by a part of their name, with their system and region.</summary>
public sealed class FindLocationsTests
{
    private static readonly SystemId Jita = new(30_000_142);
    private static readonly LocationId Station = new(60_003_760);

    private readonly SettledMarket _market = new()
    {
        Regions = [new Region(TheForge, LocalisedName.Of([new(Language.En, "The Forge"), new(Language.De, "Die Schmiede")]))],
    };

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task An_empty_search_text_finds_nothing_and_reads_no_market(string? text)
    {
        // A pin that fails when a market is taken from it.
        var pin = new MarketPin(null!);

        var found = await new FindLocationsHandler(pin).Handle(new FindLocations { Q = text }, default);

        Assert.Empty(found.Systems);
        Assert.Empty(found.Stations);
    }

    [Fact]
    public async Task A_system_has_its_security_and_its_region_in_the_readers_language()
    {
        AddJita();

        var found = await FindAsync("jita", Language.De);

        Assert.Equal(new FoundSystem(Jita.Value, "Jita", 0.9m, SecurityBand.High, TheForge.Value, "Die Schmiede"), Assert.Single(found.Systems));
    }

    [Fact]
    public async Task A_system_is_found_by_its_name_in_any_language_and_named_in_the_readers()
    {
        _market.Systems.Add(new SolarSystem(Jita, LocalisedName.Of([new(Language.En, "Jita"), new(Language.Ja, "ジタ")]), SecurityStatus.Null));

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
    public async Task A_region_without_a_name_has_only_its_id()
    {
        AddJita();
        _market.Regions.Clear();

        var system = Assert.Single((await FindAsync("jita")).Systems);

        Assert.Equal((TheForge.Value, null), (system.RegionId, system.RegionName));
    }

    [Fact]
    public async Task A_station_comes_with_its_system_and_region_even_if_they_do_not_match()
    {
        AddJita();
        _market.Places.Add(Location.Known(Station, "Caldari Navy Assembly Plant", Jita, Noon));

        var found = await FindAsync("navy plant");

        Assert.Empty(found.Systems);
        Assert.Equal(
            new FoundStation(Station.Value, "Caldari Navy Assembly Plant", Jita.Value, "Jita", 0.9m, TheForge.Value, "The Forge"), Assert.Single(found.Stations));
    }

    [Fact]
    public async Task A_station_of_an_unnamed_system_has_its_name_and_the_systems_id()
    {
        _market.Places.Add(Location.Known(Station, "Caldari Navy Assembly Plant", Jita, Noon));

        var station = Assert.Single((await FindAsync("navy")).Stations);

        Assert.Equal(new FoundStation(Station.Value, "Caldari Navy Assembly Plant", Jita.Value, null, null, null, null), station);
    }

    [Fact]
    public async Task At_most_twenty_of_each_kind_are_returned()
    {
        for (var number = 1; number <= 21; number++)
        {
            _market.Systems.Add(new SolarSystem(new SystemId(number), LocalisedName.English($"Jita {number}"), SecurityStatus.Null));
            _market.Places.Add(Location.Known(new LocationId(number), $"Jita {number} - Moon 4", new SystemId(number), Noon));
        }

        var found = await FindAsync("jita");

        Assert.Equal((20, 20), (found.Systems.Count, found.Stations.Count));
    }

    [Fact]
    public async Task Names_that_begin_with_the_text_come_first_then_by_name_then_by_id()
    {
        AddPlaces((5, "Near Jita"), (4, "Jita V"), (3, "Beside Jita"), (2, "jita IV"), (1, "Jita V"), (6, "Amarr"));

        Assert.Equal([2, 1, 4, 3, 5], (await FindAsync(" JITA ")).Stations.Select(station => station.LocationId));
    }

    [Fact]
    public async Task Every_word_and_phrase_is_within_one_name()
    {
        AddPlaces((1, "Jita IV - Moon 4"), (2, "Jita V - Moon 4"), (3, "Moon of Jita"));

        Assert.Equal([1, 2, 3], (await FindAsync("moon jita")).Stations.Select(station => station.LocationId).Order());
        Assert.Equal([1], (await FindAsync("\"jita iv\" moon")).Stations.Select(station => station.LocationId));
        Assert.Empty((await FindAsync("jita amarr")).Stations);
    }

    [Fact]
    public async Task A_name_is_found_however_it_is_written()
    {
        AddPlaces((1, "O’Leary Ｐoint IV - Ёлка"));

        foreach (var text in new[] { "o'leary", "POINT iv*", "елка", "“point iv”", "o‘leary\tpoint" })
            Assert.Equal([1], (await FindAsync(text)).Stations.Select(station => station.LocationId));
    }

    [Fact]
    public async Task A_place_without_a_name_is_never_found()
    {
        _market.Places.Add(Location.Unknown(Station, Noon));
        AddPlaces((1, "60003760"));

        Assert.Equal([1], (await FindAsync("60003760")).Stations.Select(station => station.LocationId));
    }

    private void AddPlaces(params (long Id, string Name)[] places) =>
        _market.Places.AddRange(places.Select(place => Location.Known(new LocationId(place.Id), place.Name, Jita, Noon)));

    private void AddJita(bool inRegion = true) =>
        _market.Systems.Add(new SolarSystem(Jita, LocalisedName.English("Jita"), SecurityStatus.Of(0.9459), null, inRegion ? TheForge : null));

    private Task<FoundLocations> FindAsync(string? text, Language language = Language.En) =>
        new FindLocationsHandler(_market.Pin).Handle(new FindLocations { Q = text, Lang = language }, default);
}
