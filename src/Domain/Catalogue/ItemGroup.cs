using HangarBay.Domain.Market;

namespace HangarBay.Domain.Catalogue;

/// <summary>A group of item types, such as Battleship.</summary>
public sealed class ItemGroup : IAggregateRoot, IFollowed
{
    private ItemGroup() => Name = null!;

    public ItemGroup(GroupId id, CategoryId categoryId, LocalisedName name, bool isPublished)
    {
        Id = id;
        CategoryId = categoryId;
        Name = name;
        IsPublished = isPublished;
    }

    public GroupId Id { get; private set; }

    public CategoryId CategoryId { get; private set; }

    public LocalisedName Name { get; private set; }

    public bool IsPublished { get; private set; }

    public long ChangedIn { get; private set; }

    public void Stamp(long version) => ChangedIn = version;
}
