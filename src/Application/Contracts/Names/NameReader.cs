using HangarBay.Application.Abstractions;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.Names;

/// <summary>Reads every name that a handful of contracts mentions, in one query a kind.</summary>
internal sealed class NameReader(
    IReadRepository<ItemType> types,
    IReadRepository<ItemCategory> categories,
    IReadRepository<Location> locations,
    IReadRepository<SolarSystem> systems,
    IReadRepository<Character> characters,
    IReadRepository<Corporation> corporations)
{
    /// <summary>Lines are named too where they were loaded.</summary>
    public async Task<NameBook> ReadAsync(IReadOnlyCollection<Contract> contracts, Language language, CancellationToken cancellationToken)
    {
        var typeIds = contracts.SelectMany(contract => contract.Items.Select(item => item.TypeId))
            .Concat(contracts.Select(contract => contract.HeadlineTypeId).OfType<TypeId>())
            .Distinct().ToList();
        var locationIds = contracts.SelectMany(contract => new[] { contract.StartLocationId, contract.EndLocationId })
            .OfType<LocationId>().Distinct().ToList();
        var characterIds = contracts.Select(contract => contract.IssuerId).Distinct().ToList();
        var corporationIds = contracts.Select(contract => contract.IssuerCorporationId).Distinct().ToList();

        var knownTypes = await types.ListAsync(new TypesOfIds(typeIds), cancellationToken);
        var categoryIds = knownTypes.Select(type => type.CategoryId).OfType<CategoryId>()
            .Concat(contracts.SelectMany(CategoriesOf)).Distinct().ToList();
        var knownLocations = await locations.ListAsync(new LocationsOfIds(locationIds), cancellationToken);
        var systemIds = knownLocations.Select(location => location.SystemId).OfType<SystemId>().Distinct().ToList();

        return new NameBook(
            language,
            knownTypes.ToDictionary(type => type.Id),
            (await categories.ListAsync(new CategoriesOfIds(categoryIds), cancellationToken)).ToDictionary(category => category.Id),
            knownLocations.ToDictionary(location => location.Id),
            (await systems.ListAsync(new SystemsOfIds(systemIds), cancellationToken)).ToDictionary(system => system.Id),
            (await characters.ListAsync(new CharactersOfIds(characterIds), cancellationToken)).ToDictionary(character => character.Id),
            (await corporations.ListAsync(new CorporationsOfIds(corporationIds), cancellationToken)).ToDictionary(corporation => corporation.Id));
    }

    private static IEnumerable<CategoryId> CategoriesOf(Contract contract) =>
        contract.Composition?.Categories.Select(count => count.CategoryId).OfType<CategoryId>() ?? [];
}
