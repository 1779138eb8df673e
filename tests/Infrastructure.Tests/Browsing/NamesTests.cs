using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.GettingContract;
using HangarBay.Application.Contracts.GettingNames;
using HangarBay.Application.Market.Ports;
using HangarBay.Application.Reference;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Persistence;
using HangarBay.TestSupport;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.Infrastructure.Tests.Browsing;

public sealed class NamesOnSqlite() : NamesTests(DatabaseProvider.Sqlite);

public sealed class NamesOnPostgres() : NamesTests(DatabaseProvider.Postgres);

/// <summary>Names by id (M10).</summary>
public abstract class NamesTests(DatabaseProvider provider) : DatabaseBehaviour(provider)
{
    private static readonly RegionId TheForge = new(10_000_002);
    private static readonly RegionId AroundAmarr = new(10_000_043);
    private static readonly RegionId Unheard = new(10_000_099);
    private static readonly SystemId Jita = new(30_000_142);
    private static readonly SystemId Amarr = new(30_002_187);
    private static readonly SystemId Hole = new(31_000_005);
    private static readonly SystemId Afar = new(30_000_099);
    private static readonly SystemId NowhereSystem = new(30_009_999);
    private static readonly LocationId JitaStation = new(60_003_760);
    private static readonly LocationId AmarrStation = new(60_008_494);
    private static readonly LocationId StationInNowhere = new(60_000_009);
    private static readonly LocationId Nameless = new(1_035_000_000_006);
    private static readonly TypeId Rokh = new(24_688);
    private static readonly TypeId Railgun = new(3_074);
    private static readonly TypeId Uncategorised = new(777_777);
    private static readonly TypeId UnknownToEsi = new(888_888);

    private readonly FakeTimeProvider _clock = new(ContractSamples.Issued);

    [SkippableFact]
    public async Task Names_are_in_the_readers_language_else_in_English()
    {
        await GivenNewEdenAsync();

        var names = await AskAsync(new GetNames
        {
            SystemIds = [Hole, Jita, Afar, Jita],
            TypeIds = [Rokh, Railgun, Uncategorised],
            RegionIds = [AroundAmarr],
            Lang = Language.De,
        });

        Assert.Equal(
            [
                new KnownSystem(Hole.Value, "J123456", -1.0m, SecurityBand.Null, null, null),
                new KnownSystem(Jita.Value, "Jita (de)", 0.9m, SecurityBand.High, TheForge.Value, "Die Schmiede"),
                new KnownSystem(Afar.Value, "Afar", 0.4m, SecurityBand.Low, Unheard.Value, null),
            ],
            [names.Systems[Hole], names.Systems[Jita], names.Systems[Afar]]);
        Assert.Equal(
            [
                new KnownType(Rokh.Value, "Rokh (de)", CategoryId.Ship.Value), new KnownType(Railgun.Value, "425mm Railgun I", 7),
                new KnownType(Uncategorised.Value, "Curio", null),
            ],
            [names.Types[Rokh], names.Types[Railgun], names.Types[Uncategorised]]);
        Assert.Equal(new KnownRegion(AroundAmarr.Value, "Domain"), names.Regions[AroundAmarr]);
        Assert.Equal((3, 0, 3, 2), (names.Systems.Count, names.Stations.Count, names.Types.Count, names.Regions.Count));
        Assert.Equal("Rokh", (await AskAsync(new GetNames { TypeIds = [Rokh] })).Types[Rokh].Name);
    }

    [SkippableFact]
    public async Task A_station_brings_its_system_and_the_region_around_it()
    {
        await GivenNewEdenAsync();

        var names = await AskAsync(new GetNames { StationIds = [JitaStation, StationInNowhere] });

        Assert.Equal(new KnownStation(JitaStation.Value, "Jita IV - Moon 4", Jita.Value), names.Stations[JitaStation]);
        Assert.Equal(new KnownStation(StationInNowhere.Value, "Somewhere", NowhereSystem.Value), names.Stations[StationInNowhere]);
        Assert.Equal(new KnownSystem(Jita.Value, "Jita", 0.9m, SecurityBand.High, TheForge.Value, "The Forge"), Assert.Single(names.Systems).Value);
        Assert.Equal(new KnownRegion(TheForge.Value, "The Forge"), Assert.Single(names.Regions).Value);
        Assert.Empty(names.Types);
    }

    [SkippableFact]
    public async Task Unknown_and_unrequested_names_are_left_out()
    {
        await GivenNewEdenAsync();

        var names = await AskAsync(new GetNames
        {
            SystemIds = [NowhereSystem],
            StationIds = [Nameless, new LocationId(1)],
            TypeIds = [UnknownToEsi, new TypeId(1)],
            RegionIds = [Unheard],
        });

        Assert.Equal((0, 0, 0, 0), (names.Systems.Count, names.Stations.Count, names.Types.Count, names.Regions.Count));
    }

    [SkippableFact]
    public async Task A_repeated_request_sends_no_query_while_the_market_is_unchanged()
    {
        using var sent = new SentCommands(Database);
        await GivenNewEdenAsync();
        await sent.UntilHeardAsync(() => InScopeAsync(services => services.GetRequiredService<IMarketRow>().ExistsAsync(default)));
        var query = new GetNames { SystemIds = [Jita, NowhereSystem], StationIds = [AmarrStation, Nameless], TypeIds = [Rokh, UnknownToEsi], RegionIds = [Unheard] };

        var first = await AskAsync(query);
        sent.Take();
        var again = await AskAsync(query with { Lang = Language.De });

        Assert.Empty(sent.Take());
        Assert.Equal([("Jita", "Amarr"), ("Jita (de)", "Amarr")], [(first.Systems[Jita].Name, first.Systems[Amarr].Name), (again.Systems[Jita].Name, again.Systems[Amarr].Name)]);

        _clock.Advance(TimeSpan.FromMinutes(1));
        await AskAsync(query);
        // The market's stamp has not changed.
        Assert.Single(sent.Take());
    }

    [SkippableFact]
    public async Task Each_kind_is_found_by_its_ids_and_nothing_else_is()
    {
        await GivenNewEdenAsync();

        Assert.Equal([Jita], (await ListAsync(new SystemsOfIds([Jita, NowhereSystem]))).Select(system => system.Id));
        Assert.Equal([JitaStation], (await ListAsync(new LocationsOfIds([JitaStation, new LocationId(1)]))).Select(location => location.Id));
        Assert.Equal([Rokh], (await ListAsync(new TypesOfIds([Rokh, new TypeId(1)]))).Select(type => type.Id));
        Assert.Equal([AroundAmarr], (await ListAsync(new RegionsOfIds([AroundAmarr, Unheard]))).Select(region => region.Id));
    }

    [SkippableFact]
    public async Task A_line_has_the_language_of_its_name_where_that_is_not_the_readers()
    {
        await GivenNewEdenAsync();
        var contract = ContractSamples.Exchange(1);
        contract.TakeLines([Line(1, Rokh), Line(2, Railgun), Line(3, UnknownToEsi)], _ => default);
        await GivenAsync(contract);

        var page = await SendAsync(new GetContract { ContractId = contract.Id, Lang = Language.De });

        Assert.Equal(
            [("Rokh (de)", null), ("425mm Railgun I", Language.En), (null, null)],
            page!.Lines.Select(line => (line.TypeName, line.TypeNameLanguage)));

        ContractLine Line(long record, TypeId type) => new(contract.Id, record, type, 1, true, false, null, null, null);
    }

    protected override void Configure(IServiceCollection services) => services.AddWholeApplication(_clock);

    private Task<KnownNames> AskAsync(GetNames query) => SendAsync(query);

    private Task<T> SendAsync<T>(IRequest<T> request) => InScopeAsync(services => services.GetRequiredService<IMediator>().Send(request));

    private Task<IReadOnlyList<T>> ListAsync<T>(Specification<T> specification)
        where T : class, IAggregateRoot => InScopeAsync(services => services.GetRequiredService<IReadRepository<T>>().ListAsync(specification, default));

    /// <summary>A market that was written once and is settled. Its stamp stands still because the clock does.</summary>
    private async Task GivenNewEdenAsync()
    {
        await GivenAsync(new MarketState("a sandbox"));
        await GivenAsync(new Region(TheForge, Named("The Forge", "Die Schmiede")), new Region(AroundAmarr, Named("Domain")));
        await GivenAsync(
            new SolarSystem(Jita, Named("Jita", "Jita (de)"), SecurityStatus.Of(0.9459), regionId: TheForge),
            new SolarSystem(Amarr, Named("Amarr"), SecurityStatus.Of(1), regionId: AroundAmarr),
            new SolarSystem(Hole, Named("J123456"), SecurityStatus.Of(-0.99)),
            new SolarSystem(Afar, Named("Afar"), SecurityStatus.Of(0.44), regionId: Unheard));
        await GivenAsync(
            Location.Known(JitaStation, "Jita IV - Moon 4", Jita, ContractSamples.Issued),
            Location.Known(AmarrStation, "Amarr VIII", Amarr, ContractSamples.Issued),
            Location.Known(StationInNowhere, "Somewhere", NowhereSystem, ContractSamples.Issued),
            Location.Unknown(Nameless, ContractSamples.Issued));
        await GivenAsync(
            ItemType.Known(Rokh, Named("Rokh", "Rokh (de)"), new GroupId(27), CategoryId.Ship, null, true, 1, ContractSamples.Issued),
            ItemType.Known(Railgun, Named("425mm Railgun I"), new GroupId(74), new CategoryId(7), null, true, 1, ContractSamples.Issued),
            ItemType.Known(Uncategorised, Named("Curio"), new GroupId(9_999), null, null, true, 1, ContractSamples.Issued),
            ItemType.Unknown(UnknownToEsi, ContractSamples.Issued));
        await InScopeAsync(services => services.GetRequiredService<IMarketRow>().LowerAsync(0, default));
    }

    private static LocalisedName Named(string english, string? german = null) =>
        LocalisedName.Of([new(Language.En, english), new(Language.De, german ?? "")]);
}
