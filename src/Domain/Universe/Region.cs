namespace HangarBay.Domain.Universe;

/// <summary>A region of space.</summary>
public sealed class Region : IAggregateRoot
{
    private Region() => Name = null!;

    public Region(RegionId id, LocalisedName name)
    {
        Id = id;
        Name = name;
    }

    public RegionId Id { get; private set; }

    public LocalisedName Name { get; private set; }
}
