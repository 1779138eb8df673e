using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Reference;

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

public sealed class LocationsOfIds : Specification<Location>
{
    public LocationsOfIds(IReadOnlyCollection<LocationId> ids) => Query.Where(location => ids.Contains(location.Id));
}

public sealed class SystemsOfIds : Specification<SolarSystem>
{
    public SystemsOfIds(IReadOnlyCollection<SystemId> ids) => Query.Where(system => ids.Contains(system.Id));
}

public sealed class RegionsOfIds : Specification<Region>
{
    public RegionsOfIds(IReadOnlyCollection<RegionId> ids) => Query.Where(region => ids.Contains(region.Id));
}

public sealed class CharactersOfIds : Specification<Character>
{
    public CharactersOfIds(IReadOnlyCollection<CharacterId> ids) => Query.Where(character => ids.Contains(character.Id));
}

public sealed class CorporationsOfIds : Specification<Corporation>
{
    public CorporationsOfIds(IReadOnlyCollection<CorporationId> ids) => Query.Where(corporation => ids.Contains(corporation.Id));
}
