using HangarBay.Application.Sync;
using HangarBay.Application.Sync.Ports;
using HangarBay.Application.Sync.ResolvingNames;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Universe;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace HangarBay.Application.Tests.Sync;

/// <summary>Everything that contracts mention gets a name once. What has no public name is stored as such (M10).</summary>
public sealed class ResolveNamesTests
{
    private static readonly LocationId Station = new(60_003_760);
    private static readonly LocationId Structure = new(1_035_466_617_946);
    private static readonly SystemId Jita = new(30_000_142);
    private static readonly CharacterId Ada = new(2_112_000_001);
    private static readonly CharacterId Nameless = new(2_112_000_002);
    private static readonly CorporationId Perkone = new(98_000_001);

    // Those without a name are due after a day, those that may be renamed after a week.
    private static readonly LastAsked Asked = new(Noon.AddDays(-1), Noon.AddDays(-7));

    private readonly IEsi _esi = Substitute.For<IEsi>();
    private readonly IMissingNames _missing = Substitute.For<IMissingNames>();
    private readonly ScriptedMarket _market = new ScriptedMarket().Running<int>();

    public ResolveNamesTests()
    {
        Missing(regions: []);
        Missing(locations: []);
        Missing(systems: []);
        Missing(characters: []);
        Missing(corporations: []);
    }

    [Fact]
    public async Task Where_no_name_is_missing_nothing_is_asked_and_nothing_written()
    {
        Assert.Equal(0, await ResolveAsync());
        Assert.Empty(_esi.ReceivedCalls());
        Assert.Empty(_market.Writer.ReceivedCalls());
    }

    [Fact]
    public async Task Regions_and_systems_are_named()
    {
        Missing(regions: [TheForge]);
        Missing(systems: [Jita]);
        _esi.GetRegionAsync(TheForge, Arg.Any<CancellationToken>()).Returns(new Region(TheForge, LocalisedName.English("The Forge")));
        _esi.GetSystemAsync(Jita, Arg.Any<CancellationToken>()).Returns(new SolarSystem(Jita, LocalisedName.English("Jita"), SecurityStatus.High));

        Assert.Equal(2, await ResolveAsync());
        Assert.Equal("The Forge", Named<Region>().Name.In(Language.En));
        Assert.Equal("Jita", Named<SolarSystem>().Name.In(Language.En));
    }

    [Fact]
    public async Task Regions_and_systems_that_esi_does_not_know_are_not_kept()
    {
        Missing(regions: [TheForge]);
        Missing(systems: [Jita]);
        _esi.GetRegionAsync(TheForge, Arg.Any<CancellationToken>()).Returns((Region?)null);
        _esi.GetSystemAsync(Jita, Arg.Any<CancellationToken>()).Returns((SolarSystem?)null);

        Assert.Equal(0, await ResolveAsync());
        Assert.Empty(_market.Named);
    }

    [Fact]
    public async Task A_station_is_named()
    {
        Missing(locations: [Station]);
        _esi.GetStationAsync(Station, Arg.Any<CancellationToken>()).Returns(Location.Known(Station, "Jita IV - Moon 4", Jita, Noon));

        Assert.Equal(1, await ResolveAsync());
        Assert.Equal("Jita IV - Moon 4", Named<Location>().Name);
    }

    [Fact]
    public async Task A_station_that_esi_does_not_know_is_remembered_without_a_name()
    {
        Missing(locations: [Station]);
        _esi.GetStationAsync(Station, Arg.Any<CancellationToken>()).Returns((Location?)null);

        Assert.Equal(1, await ResolveAsync());
        Assert.Equal((Station, null, Noon), (Named<Location>().Id, Named<Location>().Name, Named<Location>().ReadAt));
    }

    [Fact]
    public async Task A_structure_is_never_asked_for_and_remembered_without_a_name()
    {
        Missing(locations: [Structure]);

        Assert.Equal(1, await ResolveAsync());
        Assert.Equal((Structure, null), (Named<Location>().Id, Named<Location>().Name));
        await _esi.DidNotReceive().GetStationAsync(Arg.Any<LocationId>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_station_without_an_answer_is_asked_for_again_and_stops_no_other_name()
    {
        var other = new LocationId(60_008_494);
        Missing(locations: [Station, other]);
        _esi.GetStationAsync(Station, Arg.Any<CancellationToken>()).ThrowsAsync(new EsiUnavailableException("ESI is away."));
        _esi.GetStationAsync(other, Arg.Any<CancellationToken>()).Returns(Location.Known(other, "Amarr VIII", Jita, Noon));

        Assert.Equal(1, await ResolveAsync());
        Assert.Equal(other, Named<Location>().Id);
    }

    [Fact]
    public async Task Characters_and_corporations_are_named_and_those_without_a_name_remembered()
    {
        Missing(characters: [Ada, Nameless]);
        Missing(corporations: [Perkone]);
        Names(new() { [Ada.Value] = "Ada", [Nameless.Value] = null, [Perkone.Value] = "Perkone" });

        Assert.Equal(3, await ResolveAsync());
        Assert.Equal([(Ada, "Ada"), (Nameless, null)], _market.Named.OfType<Character>().Select(character => (character.Id, character.Name)));
        Assert.Equal((Perkone, "Perkone"), (Named<Corporation>().Id, Named<Corporation>().Name));
    }

    [Fact]
    public async Task If_esi_goes_away_the_names_received_are_kept_and_the_others_are_not_stored_as_nameless()
    {
        Missing(characters: [Ada, Nameless]);
        Names(new() { [Ada.Value] = "Ada" });

        Assert.Equal(1, await ResolveAsync());
        Assert.Equal(Ada, Named<Character>().Id);
    }

    [Fact]
    public async Task Without_an_answer_no_person_is_stored_as_nameless()
    {
        Missing(characters: [Ada]);
        Missing(corporations: [Perkone]);
        _esi.GetNamesAsync(Arg.Any<IReadOnlyCollection<long>>(), Arg.Any<CancellationToken>()).ThrowsAsync(new EsiUnavailableException("ESI is away."));

        Assert.Equal(0, await ResolveAsync());
        Assert.Empty(_market.Named);
    }

    [Fact]
    public async Task Locations_are_stored_before_the_systems_that_they_mention_are_looked_for()
    {
        Missing(locations: [Station]);
        _esi.GetStationAsync(Station, Arg.Any<CancellationToken>()).Returns(Location.Known(Station, "Jita IV - Moon 4", Jita, Noon));
        _missing.SystemsAsync(Arg.Any<int>(), Arg.Any<CancellationToken>()).Returns(_ => _market.Named.OfType<Location>().Any() ? [Jita] : []);
        _esi.GetSystemAsync(Jita, Arg.Any<CancellationToken>()).Returns(new SolarSystem(Jita, LocalisedName.English("Jita"), SecurityStatus.High));

        Assert.Equal(2, await ResolveAsync());
    }

    private void Missing(RegionId[] regions) => _missing.RegionsAsync(1000, Arg.Any<CancellationToken>()).Returns(regions);

    private void Missing(LocationId[] locations) => _missing.LocationsAsync(1000, Arg.Any<CancellationToken>()).Returns(locations);

    private void Missing(SystemId[] systems) => _missing.SystemsAsync(1000, Arg.Any<CancellationToken>()).Returns(systems);

    private void Missing(CharacterId[] characters) => _missing.CharactersAsync(1000, Asked, Arg.Any<CancellationToken>()).Returns(characters);

    private void Missing(CorporationId[] corporations) => _missing.CorporationsAsync(1000, Asked, Arg.Any<CancellationToken>()).Returns(corporations);

    private void Names(Dictionary<long, string?> names) =>
        _esi.GetNamesAsync(Arg.Any<IReadOnlyCollection<long>>(), Arg.Any<CancellationToken>()).Returns(names);

    private T Named<T>() => Assert.Single(_market.Named.OfType<T>());

    private async Task<int> ResolveAsync()
    {
        var handler = new ResolveNamesHandler(
            _esi, _missing, _market.Writer, Options.Create(new SyncOptions { ItemsAtOnce = 1 }), new FakeTimeProvider(Noon),
            NullLogger<ResolveNamesHandler>.Instance);
        return (await handler.Handle(new ResolveNames(), default)).Settled;
    }
}
