using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.Names;

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
