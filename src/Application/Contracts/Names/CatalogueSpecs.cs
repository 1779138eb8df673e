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
