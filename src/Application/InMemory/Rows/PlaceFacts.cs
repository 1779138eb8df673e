using HangarBay.Domain.Universe;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>Where places lie, by their code.</summary>
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

    /// <summary>Null where it is unknown.</summary>
    public SystemId?[] Systems { get; }

    /// <summary>Null where the system is unknown.</summary>
    public SecurityBand?[] Bands { get; }
}
