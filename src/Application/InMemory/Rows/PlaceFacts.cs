using HangarBay.Domain.Universe;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>The solar system, the region and the security band of each place, indexed by the place's code.</summary>
internal sealed class PlaceFacts
{
    public PlaceFacts(KnownRows<LocationId, Location> places, KnownRows<SystemId, SolarSystem> systems)
    {
        Systems = new SystemId?[places.Count];
        Regions = new RegionId?[places.Count];
        Bands = new SecurityBand?[places.Count];
        for (var code = 0; code < places.Count; code++)
        {
            Systems[code] = places.RowOf(code)?.SystemId;
            var system = Systems[code] is { } id ? systems.Find(id) : null;
            (Regions[code], Bands[code]) = (system?.RegionId, system?.Security.Band);
        }
    }

    /// <summary>The system of each place; null if it is unknown.</summary>
    public SystemId?[] Systems { get; }

    /// <summary>The region of each place; null if its system is unknown, or the system's region.</summary>
    public RegionId?[] Regions { get; }

    /// <summary>The security band of each place; null if its system is unknown.</summary>
    public SecurityBand?[] Bands { get; }
}
