using HangarBay.Domain.Catalogue;

namespace HangarBay.Domain.Contracts;

/// <summary>What taking lines needs of a type: its category, its English name and its group; null where the type is unknown.</summary>
public readonly record struct CatalogueEntry(CategoryId? CategoryId, string? EnglishName, GroupId? GroupId = null)
{
    public static CatalogueEntry Of(ItemType type) => new(type.CategoryId, type.Name?.In(Language.En), type.GroupId);

    public bool IsShip => CategoryId == Catalogue.CategoryId.Ship;
}
