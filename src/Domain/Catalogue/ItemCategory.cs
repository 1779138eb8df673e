using HangarBay.Domain.Market;

namespace HangarBay.Domain.Catalogue;

/// <summary>A category of item groups, such as Ship or Blueprint.</summary>
public sealed class ItemCategory : IAggregateRoot, IFollowed
{
    private ItemCategory() => Name = null!;

    public ItemCategory(CategoryId id, LocalisedName name, bool isPublished)
    {
        Id = id;
        Name = name;
        IsPublished = isPublished;
    }

    public CategoryId Id { get; private set; }

    public LocalisedName Name { get; private set; }

    public bool IsPublished { get; private set; }

    public long ChangedIn { get; private set; }

    public void Stamp(long version) => ChangedIn = version;
}
