using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.Names;

/// <summary>The names that contracts mention, in the reader's language. An unknown name is null, never invented (M10).</summary>
internal sealed class NameBook(Language language, PublishedDictionaries names)
{
    public HeadlineWords Words { get; } = HeadlineWords.In(language);

    /// <summary>The issuer of a contract that is not in memory, in addition to the names in memory.</summary>
    public Character? Issuer { get; init; }

    /// <inheritdoc cref="Issuer"/>
    public Corporation? IssuerCorporation { get; init; }

    public ItemType? Type(TypeId? id) => id is { } known ? names.Types.Find(known) : null;

    public string? NameOf(ItemType? type) => type?.Name?.In(language);

    /// <summary>The language of the type's name where that is not the reader's; null where it is, and where there is no name.</summary>
    public Language? LanguageOf(ItemType? type) => type?.Name?.LanguageFor(language) is { } told && told != language ? told : null;

    public string? CategoryName(CategoryId? id) => id is { } known ? names.Categories.Find(known)?.Name.In(language) : null;

    public string? RegionName(RegionId id) => names.Regions.Find(id)?.Name.In(language);

    public string? SystemName(SystemId? id) => System(id)?.Name.In(language);

    public Location? Location(LocationId? id) => id is { } known ? names.Places.Find(known) : null;

    public SolarSystem? System(SystemId? id) => id is { } known ? names.Systems.Find(known) : null;

    public string? Character(CharacterId id) => (names.Characters.Find(id) ?? (Issuer?.Id == id ? Issuer : null))?.Name;

    public string? Corporation(CorporationId id) => (names.Corporations.Find(id) ?? (IssuerCorporation?.Id == id ? IssuerCorporation : null))?.Name;
}
