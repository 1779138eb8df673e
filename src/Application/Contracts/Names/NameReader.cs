using HangarBay.Application.Abstractions;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.Names;

/// <summary>Reads every name that a handful of contracts mentions, in one query a kind, and in none where all are kept.</summary>
internal sealed class NameReader(
    IReadRepository<ItemType> types,
    IReadRepository<ItemCategory> categories,
    IReadRepository<Location> locations,
    IReadRepository<SolarSystem> systems,
    IReadRepository<Character> characters,
    IReadRepository<Corporation> corporations)
{
    /// <summary>Lines are named too where they were loaded.</summary>
    /// <param name="contracts">Whose names are wanted.</param>
    /// <param name="language">The reader's.</param>
    /// <param name="names">Those that were read before.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<NameBook> ReadAsync(
        IReadOnlyCollection<Contract> contracts, Language language, NamesKept names, CancellationToken cancellationToken)
    {
        var typeIds = contracts.SelectMany(contract => contract.Items.Select(item => item.TypeId))
            .Concat(contracts.Select(contract => contract.HeadlineTypeId).OfType<TypeId>())
            .Distinct().ToList();
        var locationIds = contracts.SelectMany(contract => new[] { contract.StartLocationId, contract.EndLocationId })
            .OfType<LocationId>().Distinct().ToList();
        await NamesKept.ReadAsync(types, names.Types, typeIds, ids => new TypesOfIds(ids), type => type.Id, cancellationToken);
        await NamesKept.ReadAsync(locations, names.Locations, locationIds, ids => new LocationsOfIds(ids), location => location.Id, cancellationToken);

        var categoryIds = typeIds.Select(id => names.Types.GetValueOrDefault(id)?.CategoryId).OfType<CategoryId>().Concat(contracts.SelectMany(CategoriesOf));
        var systemIds = locationIds.Select(id => names.Locations.GetValueOrDefault(id)?.SystemId).OfType<SystemId>();
        var characterIds = contracts.Select(contract => contract.IssuerId);
        var corporationIds = contracts.Select(contract => contract.IssuerCorporationId);
        await NamesKept.ReadAsync(categories, names.Categories, categoryIds, ids => new CategoriesOfIds(ids), category => category.Id, cancellationToken);
        await NamesKept.ReadAsync(systems, names.Systems, systemIds, ids => new SystemsOfIds(ids), system => system.Id, cancellationToken);
        await NamesKept.ReadAsync(characters, names.Characters, characterIds, ids => new CharactersOfIds(ids), character => character.Id, cancellationToken);
        await NamesKept.ReadAsync(
            corporations, names.Corporations, corporationIds, ids => new CorporationsOfIds(ids), corporation => corporation.Id, cancellationToken);
        return new NameBook(language, names);
    }

    private static IEnumerable<CategoryId> CategoriesOf(Contract contract) =>
        contract.Composition?.Categories.Select(count => count.CategoryId).OfType<CategoryId>() ?? [];
}
