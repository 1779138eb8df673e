using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.Names;

/// <summary>The names that some contracts mention, in the reader's language. An unknown name is null, never invented (M10).</summary>
internal sealed class NameBook(
    Language language,
    IReadOnlyDictionary<TypeId, ItemType> types,
    IReadOnlyDictionary<CategoryId, ItemCategory> categories,
    IReadOnlyDictionary<LocationId, Location> locations,
    IReadOnlyDictionary<SystemId, SolarSystem> systems,
    IReadOnlyDictionary<CharacterId, Character> characters,
    IReadOnlyDictionary<CorporationId, Corporation> corporations)
{
    public ItemType? Type(TypeId? id) => id is { } known ? types.GetValueOrDefault(known) : null;

    public string? TypeName(TypeId? id) => Type(id)?.Name?.In(language);

    public string? CategoryName(CategoryId? id) => id is { } known ? categories.GetValueOrDefault(known)?.Name.In(language) : null;

    public Location? Location(LocationId? id) => id is { } known ? locations.GetValueOrDefault(known) : null;

    public SolarSystem? System(SystemId? id) => id is { } known ? systems.GetValueOrDefault(known) : null;

    public string? Character(CharacterId id) => characters.GetValueOrDefault(id)?.Name;

    public string? Corporation(CorporationId id) => corporations.GetValueOrDefault(id)?.Name;
}
