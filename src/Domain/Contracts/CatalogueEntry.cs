using HangarBay.Domain.Catalogue;

namespace HangarBay.Domain.Contracts;

/// <summary>
/// The facts about a type that taking lines needs: its category, English name and group. They are null where the type is unknown.
/// </summary>
public readonly record struct CatalogueEntry(CategoryId? CategoryId, string? EnglishName, GroupId? GroupId = null)
{
    public static CatalogueEntry Of(ItemType type) => new(type.CategoryId, type.Name?.In(Language.En), type.GroupId);

    public bool IsShip => CategoryId == Catalogue.CategoryId.Ship;
}
