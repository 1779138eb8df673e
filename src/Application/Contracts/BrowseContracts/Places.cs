using System.Linq.Expressions;
using HangarBay.Application.Abstractions;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>Stations and structures in one of the systems.</summary>
public sealed class PlacesInSystems : Specification<Location, LocationId?>
{
    public PlacesInSystems(IReadOnlyList<SystemId> systems)
    {
        Query.Where(place => place.SystemId != null && systems.Contains(place.SystemId.Value));
        Query.Select(place => place.Id);
    }
}

/// <summary>Stations and structures in systems of one of the bands.</summary>
public sealed class PlacesOfSecurity : Specification<Location, LocationId?>
{
    public PlacesOfSecurity(IReadOnlyList<SecurityBand> bands)
    {
        Query.WhereAmong(place => place.SystemId, new SystemsOfSecurity(bands));
        Query.Select(place => place.Id);
    }
}

/// <summary>Stations and structures of which it is known where they are.</summary>
public sealed class PlacesOfKnownSystem : Specification<Location, LocationId?>
{
    public PlacesOfKnownSystem()
    {
        Query.Where(place => place.SystemId != null);
        Query.Select(place => place.Id);
    }
}

/// <summary>Systems of one of the bands.</summary>
public sealed class SystemsOfSecurity : Specification<SolarSystem, SystemId?>
{
    public SystemsOfSecurity(IReadOnlyList<SecurityBand> bands)
    {
        Query.Where(bands.Distinct().Select(Within).Aggregate((left, right) => left.Or(right)));
        Query.Select(system => system.Id);
    }

    private static Expression<Func<SolarSystem, bool>> Within(SecurityBand band) => band switch
    {
        SecurityBand.High => system => system.Security >= SecurityStatus.High,
        SecurityBand.Low => system => system.Security > SecurityStatus.Null && system.Security < SecurityStatus.High,
        SecurityBand.Null => system => system.Security <= SecurityStatus.Null,
        _ => throw new ArgumentOutOfRangeException(nameof(band), band, "No such band."),
    };
}
