using System.Linq.Expressions;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;

namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>Types whose name in the reader's language, or in English, holds every term (B3).</summary>
public sealed class TypesNamed : Specification<ItemType, TypeId>
{
    public TypesNamed(IReadOnlyList<string> terms, Language language)
    {
        var holdsAll = Conditions.AllOf(terms.Select(Holds));
        Query.Where(Any(holdsAll, language));
        Query.Select(type => type.Id);
    }

    private static Expression<Func<TypeSearchName, bool>> Holds(string term) => name => name.Text.Contains(term);

    private static Expression<Func<ItemType, bool>> Any(
        Expression<Func<TypeSearchName, bool>> holdsAll, Language language) =>
        type => type.SearchNames.AsQueryable()
            .Where(name => name.Language == language || name.Language == Language.En)
            .Any(holdsAll);
}
