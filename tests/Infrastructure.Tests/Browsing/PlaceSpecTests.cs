using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowseContracts;
using HangarBay.Application.Contracts.FindLocations;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Persistence;
using HangarBay.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Tests.Browsing;

public sealed class PlaceSpecsOnSqlite() : PlaceSpecTests(DatabaseProvider.Sqlite);

public sealed class PlaceSpecsOnPostgres() : PlaceSpecTests(DatabaseProvider.Postgres);

/// <summary>Each question about places by itself.</summary>
public abstract class PlaceSpecTests(DatabaseProvider provider) : DatabaseBehaviour(provider)
{
    private static readonly SystemId Jita = new(30_000_142);
    private static readonly SystemId Border = new(30_000_001);
    private static readonly SystemId Low = new(30_000_002);
    private static readonly SystemId Hole = new(31_000_005);

    [SkippableFact]
    public async Task Systems_are_of_the_band_that_their_security_is_in_to_the_last_digit()
    {
        await GivenSystemsAsync();

        Assert.Equal([Border, Jita], (await ListAsync(new SystemsOfSecurity([SecurityBand.High]))).Order());
        Assert.Equal([Low], await ListAsync(new SystemsOfSecurity([SecurityBand.Low])));
        Assert.Equal([Low, Hole], (await ListAsync(new SystemsOfSecurity([SecurityBand.Low, SecurityBand.Null, SecurityBand.Low]))).Order());
    }

    [SkippableFact]
    public async Task Places_are_found_by_their_system_its_security_or_its_being_known()
    {
        await GivenSystemsAsync();
        await GivenPlacesAsync();

        Assert.Equal([60_003_760, 60_003_761], Ids(await ListAsync(new PlacesInSystems([Jita, Hole]))));
        Assert.Equal([60_003_760, 60_003_761], Ids(await ListAsync(new PlacesOfSecurity([SecurityBand.High]))));
        Assert.Equal([60_000_002], Ids(await ListAsync(new PlacesOfSecurity([SecurityBand.Low]))));
        Assert.Equal([60_000_002, 60_003_760, 60_003_761], Ids(await ListAsync(new PlacesOfKnownSystem())));
    }

    [SkippableFact]
    public async Task Contracts_of_an_unknown_system_are_those_whose_start_is_nowhere_known()
    {
        await GivenSystemsAsync();
        await GivenPlacesAsync();
        await GivenAsync(ContractAt(1, 60_003_760), ContractAt(2, 1_035_000_000_006), ContractAt(3, 1_035_000_000_099), ContractAt(4, null));
        var query = new BrowseContracts { SystemIds = [Jita] };

        Assert.Equal([1], await ContractsAsync(new ListedContracts(query, ContractSamples.Issued, namedTypes: null)));
        Assert.Equal([2, 3, 4], await ContractsAsync(new ContractsOfUnknownSystem(query, ContractSamples.Issued, namedTypes: null)));
    }

    [SkippableFact]
    public async Task Names_that_begin_with_the_text_come_first_whatever_their_case_and_script()
    {
        await GivenSystemsAsync();
        await GivenPlacesAsync();
        Task<List<long>> PlacesAsync(string text, int most = 9) => InScopeAsync(async services =>
            (await services.GetRequiredService<IReadRepository<Location>>().ListAsync(new PlacesNamed(text, most), default)).Select(place => place.Id.Value).ToList());
        Task<List<SystemId>> SystemsAsync(string text) => InScopeAsync(async services =>
            (await services.GetRequiredService<IReadRepository<SolarSystem>>().ListAsync(new SystemsNamed(text, 9), default)).Select(system => system.Id).ToList());

        Assert.Equal([60_003_760, 60_003_761, 60_000_002], await PlacesAsync("JITA"));
        Assert.Equal([60_003_760], await PlacesAsync("jita", most: 1));
        Assert.Equal([60_000_002], await PlacesAsync("\"near jita\" ångström"));
        Assert.Equal([], await PlacesAsync("ji_a"));
        Assert.Equal([Jita], await SystemsAsync("ЖИТ"));
        Assert.Equal([Jita], await SystemsAsync("ジ"));
        Assert.Equal([Low], await SystemsAsync("tam"));
    }

    private static List<long> Ids(IEnumerable<LocationId?> places) => [.. places.Select(id => id!.Value.Value).Order()];

    private static Contract ContractAt(long id, long? start) => Contract.List(
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
        Location.Known(new LocationId(60_003_761), "Jita V", Jita, ContractSamples.Issued),
        Location.Known(new LocationId(60_003_760), "Jita IV", Jita, ContractSamples.Issued),
        Location.Unknown(new LocationId(1_035_000_000_006), ContractSamples.Issued));

    private Task<IReadOnlyList<TResult>> ListAsync<T, TResult>(Specification<T, TResult> specification)
        where T : class, IAggregateRoot => InScopeAsync(services => services.GetRequiredService<IReadRepository<T>>().ListAsync(specification, default));

    private Task<List<long>> ContractsAsync(Specification<Contract> specification) => InScopeAsync(async services =>
        (await services.GetRequiredService<IReadRepository<Contract>>().ListAsync(specification, default)).Select(contract => contract.Id.Value).Order().ToList());
}
