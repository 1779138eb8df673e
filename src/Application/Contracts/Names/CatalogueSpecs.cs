using HangarBay.Domain;
using HangarBay.Domain.Catalogue;

namespace HangarBay.Application.Contracts.Names;

public sealed class TypesOfIds : Specification<ItemType>
{
    public TypesOfIds(IReadOnlyCollection<TypeId> ids) => Query.Where(type => ids.Contains(type.Id));
}

public sealed class GroupsOfIds : Specification<ItemGroup>
{
    public GroupsOfIds(IReadOnlyCollection<GroupId> ids) => Query.Where(group => ids.Contains(group.Id));
}

public sealed class CategoriesOfIds : Specification<ItemCategory>
{
    public CategoriesOfIds(IReadOnlyCollection<CategoryId> ids) => Query.Where(category => ids.Contains(category.Id));
}

public sealed class EveryType : Specification<ItemType>;

/// <summary>How every type that has a name is searched in one language; null where that has none.</summary>
public sealed class TypeNamesIn : Specification<ItemType, TypeName>
{
    public TypeNamesIn(Language language)
    {
        Query.Where(type => type.Name != null);
        Query.Select(type => new TypeName(
            type.Id, type.SearchNames.Where(name => name.Language == language).Select(name => name.Text).FirstOrDefault()));
    }
}

public sealed record TypeName(TypeId Id, string? Text);

/// <summary>In which version of the market a type last changed; null where there is none.</summary>
public sealed class LastTypeChange : Specification<ItemType, long?>
{
    public LastTypeChange()
    {
        Query.OrderByDescending(type => type.ChangedIn).Take(1);
        Query.Select(type => type.ChangedIn);
    }
}
