using HangarBay.Domain.Universe;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>The solar system and the security band of each place, indexed by the place's code.</summary>
internal sealed class PlaceFacts
{
    public PlaceFacts(KnownRows<LocationId, Location> places, KnownRows<SystemId, SolarSystem> systems)
    {
        Systems = new SystemId?[places.Count];
        Bands = new SecurityBand?[places.Count];
        for (var code = 0; code < places.Count; code++)
        {
            Systems[code] = places.RowOf(code)?.SystemId;
            Bands[code] = Systems[code] is { } system ? systems.Find(system)?.Security.Band : null;
        }
    }

    /// <summary>The system of each place; null if it is unknown.</summary>
    public SystemId?[] Systems { get; }

    /// <summary>The security band of each place; null if its system is unknown.</summary>
    public SecurityBand?[] Bands { get; }
}
