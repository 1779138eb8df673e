using HangarBay.Domain.Market;

namespace HangarBay.Domain.Catalogue;

/// <summary>
/// An item type of the game. Every type that a line names has a row. The name is missing where ESI was not asked yet, gave no answer, or
/// does not know the type. The sync asks for such types again from time to time.
/// </summary>
public sealed class ItemType : IAggregateRoot, IFollowed
{
    /// <summary>The <see cref="ReadAt"/> of a type that ESI was never asked for.</summary>
    public static readonly DateTimeOffset NeverRead = DateTimeOffset.UnixEpoch;

    private ItemType()
    {
    }

    public TypeId Id { get; private set; }

    /// <summary>Null where ESI was not asked yet, gave no answer, does not know the type, or sends no name for it.</summary>
    public LocalisedName? Name { get; private set; }

    public GroupId? GroupId { get; private set; }

    /// <summary>The group's category, stored here because every read needs it.</summary>
    public CategoryId? CategoryId { get; private set; }

    /// <summary>Null for the many types that have no place in the market's tree.</summary>
    public MarketGroupId? MarketGroupId { get; private set; }

    public bool IsPublished { get; private set; }

    /// <summary>Cubic metres per unit, assembled.</summary>
    public double? Volume { get; private set; }

    /// <summary>When ESI or the static data was last asked for the type; <see cref="NeverRead"/> where neither was.</summary>
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

    /// <summary>True where all data of the two types are equal. <see cref="ReadAt"/> is not compared.</summary>
    public bool SaysTheSameAs(ItemType other) =>
        (Id, Name, GroupId, CategoryId, MarketGroupId, IsPublished, Volume).Equals(
            (other.Id, other.Name, other.GroupId, other.CategoryId, other.MarketGroupId, other.IsPublished, other.Volume));

    /// <summary>A type that ESI gave no answer for, or answered 404.</summary>
    public static ItemType Unknown(TypeId id, DateTimeOffset readAt) => new() { Id = id, ReadAt = readAt };

    /// <summary>A type that a line names and that was not read yet.</summary>
    public static ItemType Mentioned(TypeId id) => new() { Id = id, ReadAt = NeverRead };

    public long ChangedIn { get; private set; }

    public void Stamp(long version) => ChangedIn = version;
}
