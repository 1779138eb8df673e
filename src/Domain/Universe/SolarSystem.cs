namespace HangarBay.Domain.Universe;

/// <summary>A solar system with its security.</summary>
public sealed class SolarSystem : IAggregateRoot
{
    private SolarSystem() => Name = null!;

    public SolarSystem(SystemId id, LocalisedName name, SecurityStatus security)
    {
        Id = id;
        Name = name;
        Security = security;
    }

    public SystemId Id { get; private set; }

    public LocalisedName Name { get; private set; }

    public SecurityStatus Security { get; private set; }
}
