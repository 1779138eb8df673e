using HangarBay.Domain.Market;

namespace HangarBay.Domain.Universe;

/// <summary>A solar system with its security, and where it lies.</summary>
public sealed class SolarSystem : IAggregateRoot, IFollowed
{
    /// <summary>The static data round a security to this many digits; ESI sends it in full.</summary>
    private const int Digits = 6;

    private SolarSystem() => Name = null!;

    public SolarSystem(
        SystemId id, LocalisedName name, SecurityStatus security, ConstellationId? constellationId = null, RegionId? regionId = null)
    {
        Id = id;
        Name = name;
        Security = security;
        ConstellationId = constellationId;
        RegionId = regionId;
    }

    public SystemId Id { get; private set; }

    public LocalisedName Name { get; private set; }

    public SecurityStatus Security { get; private set; }

    /// <summary>Null until the static data was imported.</summary>
    public ConstellationId? ConstellationId { get; private set; }

    /// <summary>Null until the static data was imported.</summary>
    public RegionId? RegionId { get; private set; }

    /// <summary>
    /// Takes the security of <paramref name="other"/> where its own is only the rounding of it. A rounded value can fall into another band
    /// than the exact value.
    /// </summary>
    public void KeepPrecisionOf(SolarSystem other)
    {
        if (Math.Abs(other.Security.Value - Security.Value) <= 0.5 * Math.Pow(10, -Digits)) Security = other.Security;
    }

    public long ChangedIn { get; private set; }

    public void Stamp(long version) => ChangedIn = version;
}
