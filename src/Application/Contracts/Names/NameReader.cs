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

        var knownTypes = await ReadAsync(types, typeIds, ids => new TypesOfIds(ids), type => type.Id, cancellationToken);
        var categoryIds = knownTypes.Values.Select(type => type.CategoryId).OfType<CategoryId>()
            .Concat(contracts.SelectMany(CategoriesOf)).Distinct().ToList();
        var knownLocations = await ReadAsync(
            locations, locationIds, ids => new LocationsOfIds(ids), location => location.Id, cancellationToken);
        var systemIds = knownLocations.Values.Select(location => location.SystemId).OfType<SystemId>().Distinct().ToList();

        return new NameBook(
            language,
            knownTypes,
            await ReadAsync(categories, categoryIds, ids => new CategoriesOfIds(ids), category => category.Id, cancellationToken),
            knownLocations,
            await ReadAsync(systems, systemIds, ids => new SystemsOfIds(ids), system => system.Id, cancellationToken),
            await ReadAsync(characters, characterIds, ids => new CharactersOfIds(ids), character => character.Id, cancellationToken),
            await ReadAsync(corporations, corporationIds, ids => new CorporationsOfIds(ids), corporation => corporation.Id, cancellationToken));
    }

    /// <summary>Nothing is asked where nothing is wanted.</summary>
    private static async Task<Dictionary<TId, T>> ReadAsync<TId, T>(
        IReadRepository<T> repository,
        IReadOnlyCollection<TId> ids,
        Func<IReadOnlyCollection<TId>, Specification<T>> ofIds,
        Func<T, TId> idOf,
        CancellationToken cancellationToken)
        where TId : notnull
        where T : class, IAggregateRoot =>
        ids.Count == 0 ? [] : (await repository.ListAsync(ofIds(ids), cancellationToken)).ToDictionary(idOf);

    private static IEnumerable<CategoryId> CategoriesOf(Contract contract) =>
        contract.Composition?.Categories.Select(count => count.CategoryId).OfType<CategoryId>() ?? [];
}
