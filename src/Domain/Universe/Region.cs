using HangarBay.Domain.Market;

namespace HangarBay.Domain.Universe;

/// <summary>A region of space.</summary>
public sealed class Region : IAggregateRoot, IFollowed
{
    private Region() => Name = null!;

    public Region(RegionId id, LocalisedName name)
    {
        Id = id;
        Name = name;
    }

    public RegionId Id { get; private set; }

    public LocalisedName Name { get; private set; }

    public long ChangedIn { get; private set; }

    public void Stamp(long version) => ChangedIn = version;
}
