using HangarBay.Domain.Catalogue;

namespace HangarBay.Domain.Contracts;

/// <summary>What taking lines needs of a type: its category and its English name; null where the type is unknown.</summary>
public readonly record struct CatalogueEntry(CategoryId? CategoryId, string? EnglishName)
{
    public bool IsShip => CategoryId == Catalogue.CategoryId.Ship;
}
