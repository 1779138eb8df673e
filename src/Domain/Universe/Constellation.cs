namespace HangarBay.Domain.Universe;

/// <summary>A constellation: what lies between a region and its systems.</summary>
public sealed class Constellation : IAggregateRoot
{
    private Constellation() => Name = null!;

    public Constellation(ConstellationId id, RegionId regionId, LocalisedName name)
    {
        Id = id;
        RegionId = regionId;
        Name = name;
    }

    public ConstellationId Id { get; private set; }

    public RegionId RegionId { get; private set; }

    public LocalisedName Name { get; private set; }
}
