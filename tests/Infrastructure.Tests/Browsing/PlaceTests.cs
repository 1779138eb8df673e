using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.FindingLocations;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Persistence;
using HangarBay.TestSupport;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.Infrastructure.Tests.Browsing;

public sealed class PlacesOnSqlite() : PlaceTests(DatabaseProvider.Sqlite);

public sealed class PlacesOnPostgres() : PlaceTests(DatabaseProvider.Postgres);

/// <summary>Questions about places.</summary>
public abstract class PlaceTests(DatabaseProvider provider) : DatabaseBehaviour(provider)
{
    private static readonly SystemId Jita = new(30_000_142);
    private static readonly SystemId Border = new(30_000_001);
    private static readonly SystemId Low = new(30_000_002);
    private static readonly SystemId Hole = new(31_000_005);

    [SkippableFact]
    public async Task A_contract_is_of_the_band_that_its_systems_security_is_in_to_the_last_digit()
    {
        await GivenSystemsAsync();
        await GivenPlacesAsync();
        await GivenAsync(ContractAt(1, 60_003_760), ContractAt(2, 60_000_001), ContractAt(3, 60_000_002), ContractAt(4, 60_000_005), ContractAt(5, 1_035_000_000_006));

        Assert.Equal([1, 2], await ListAsync(new BrowseContracts { Security = [SecurityBand.High] }));
        Assert.Equal([3], await ListAsync(new BrowseContracts { Security = [SecurityBand.Low] }));
        Assert.Equal([3, 4], await ListAsync(new BrowseContracts { Security = [SecurityBand.Low, SecurityBand.Null, SecurityBand.Low] }));
    }

    [SkippableFact]
    public async Task A_place_that_becomes_known_moves_the_contracts_that_start_there()
    {
        await GivenSystemsAsync();
        await GivenAsync(ContractAt(1, 60_003_760));
        var query = new BrowseContracts { SystemIds = [Jita] };
        Assert.Equal((0, 1), await CountAsync(query));

        await GivenPlacesAsync();

        Assert.Equal((1, 0), await CountAsync(query));
    }

    [SkippableFact]
    public async Task Contracts_of_an_unknown_system_are_those_whose_start_has_no_known_system()
    {
        await GivenSystemsAsync();
        await GivenPlacesAsync();
        await GivenAsync(ContractAt(1, 60_003_760), ContractAt(2, 1_035_000_000_006), ContractAt(3, 1_035_000_000_099), ContractAt(4, null));
        var query = new BrowseContracts { SystemIds = [Jita] };

        Assert.Equal([1], await ListAsync(query));
        Assert.Equal((1, 3), await CountAsync(query));
    }

    [SkippableFact]
    public async Task Names_that_begin_with_the_text_come_first_in_any_case_and_script()
    {
        await GivenSystemsAsync();
        await GivenPlacesAsync();
        async Task<IEnumerable<long>> PlacesAsync(string text) => (await SendAsync(new FindLocations { Q = text })).Stations.Select(place => place.LocationId);
        async Task<IEnumerable<int>> SystemsAsync(string text) => (await SendAsync(new FindLocations { Q = text })).Systems.Select(system => system.SystemId);

        Assert.Equal([60_003_760, 60_003_761, 60_000_002], await PlacesAsync("JITA"));
        Assert.Equal([60_000_002], await PlacesAsync("\"near jita\" ångström"));
        Assert.Equal([], await PlacesAsync("ji_a"));
        Assert.Equal([Jita.Value], await SystemsAsync("ЖИТ"));
        Assert.Equal([Jita.Value], await SystemsAsync("ジ"));
        Assert.Equal([Low.Value], await SystemsAsync("tam"));
    }

    private static Contract ContractAt(long id, long? start) => Contract.FromListing(
        new ListedContract
        {
            Id = new ContractId(id),
            Type = ContractType.Courier,
            IssuerId = new CharacterId(1),
            IssuerCorporationId = new CorporationId(1),
            StartLocationId = start is { } place ? new LocationId(place) : null,
            DateIssued = ContractSamples.Issued,
            DateExpired = ContractSamples.Issued.AddDays(1),
        },
        ContractSamples.TheForge);

    private Task GivenSystemsAsync() => GivenAsync(
        new SolarSystem(Jita, LocalisedName.Of([new(Language.En, "Jita"), new(Language.Ru, "Жита"), new(Language.Ja, "ジタ")]), SecurityStatus.Of(0.9459)),
        new SolarSystem(Border, LocalisedName.English("Border"), SecurityStatus.Of(0.45)),
        new SolarSystem(Low, LocalisedName.English("Tama"), SecurityStatus.Of(0.449999)),
        new SolarSystem(Hole, LocalisedName.English("J123456"), SecurityStatus.Of(-0.99)));

    private Task GivenPlacesAsync() => GivenAsync(
        Location.Known(new LocationId(60_000_002), "Ångström near Jita", Low, ContractSamples.Issued),
        Location.Known(new LocationId(60_000_001), "On the border", Border, ContractSamples.Issued),
        Location.Known(new LocationId(60_000_005), "In a hole", Hole, ContractSamples.Issued),
        Location.Known(new LocationId(60_003_761), "Jita V", Jita, ContractSamples.Issued),
        Location.Known(new LocationId(60_003_760), "Jita IV", Jita, ContractSamples.Issued),
        Location.Unknown(new LocationId(1_035_000_000_006), ContractSamples.Issued));

    protected override void Configure(IServiceCollection services) => services.AddWholeApplication(new FakeTimeProvider(ContractSamples.Issued));

    private async Task<IEnumerable<long>> ListAsync(BrowseContracts query) => (await SendAsync(query)).Items.Select(row => row.ContractId).Order();

    private async Task<(int Total, int? UnknownSystem)> CountAsync(BrowseContracts query)
    {
        var page = await SendAsync(query);
        return (page.Total, page.UnknownSystemExcluded);
    }

    private Task<T> SendAsync<T>(IRequest<T> request) => InScopeAsync(services => services.GetRequiredService<IMediator>().Send(request));
}
