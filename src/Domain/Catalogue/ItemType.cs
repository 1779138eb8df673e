using HangarBay.Domain.Market;

namespace HangarBay.Domain.Catalogue;

/// <summary>An item type of the game. A type that ESI does not know keeps its row with a null name, so that it is not asked again.</summary>
public sealed class ItemType : IAggregateRoot, IFollowed
{
    private ItemType()
    {
    }

    public TypeId Id { get; private set; }

    /// <summary>Null where ESI does not know the type, or tells no name of it.</summary>
    public LocalisedName? Name { get; private set; }

    public GroupId? GroupId { get; private set; }

    /// <summary>The group's category, kept here because every reading needs it.</summary>
    public CategoryId? CategoryId { get; private set; }

    /// <summary>Null for the many types that have no place in the market's tree.</summary>
    public MarketGroupId? MarketGroupId { get; private set; }

    public bool IsPublished { get; private set; }

    /// <summary>Cubic metres a unit, assembled.</summary>
    public double? Volume { get; private set; }

    public DateTimeOffset ReadAt { get; private set; }

    public static ItemType Known(
        TypeId id, LocalisedName? name, GroupId group, CategoryId? category, MarketGroupId? marketGroup, bool isPublished, double? volume, DateTimeOffset readAt) =>
        new()
        {
            Id = id,
            Name = name,
            GroupId = group,
            CategoryId = category,
            MarketGroupId = marketGroup,
            IsPublished = isPublished,
            Volume = volume,
            ReadAt = readAt,
        };

    /// <summary>All that is told of the type is the same, whenever it was read.</summary>
    public bool SaysTheSameAs(ItemType other) =>
        (Id, Name, GroupId, CategoryId, MarketGroupId, IsPublished, Volume).Equals(
            (other.Id, other.Name, other.GroupId, other.CategoryId, other.MarketGroupId, other.IsPublished, other.Volume));

    /// <summary>A type that is traded but that ESI answers 404 for.</summary>
    public static ItemType Unknown(TypeId id, DateTimeOffset readAt) => new() { Id = id, ReadAt = readAt };

    public long ChangedIn { get; private set; }

    public void Stamp(long version) => ChangedIn = version;
}
