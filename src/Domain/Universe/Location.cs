using HangarBay.Domain.Market;

namespace HangarBay.Domain.Universe;

/// <summary>
/// A station or structure. Its name and system are null where no public data give them. The row is kept all the same, so that it is not
/// requested again.
/// </summary>
public sealed class Location : IAggregateRoot, IFollowed
{
    private Location()
    {
    }

    public LocationId Id { get; private set; }

    public string? Name { get; private set; }

    public SystemId? SystemId { get; private set; }

    public DateTimeOffset ReadAt { get; private set; }

    /// <summary>The owner of a structure chooses its name freely, so the name is cleaned by <see cref="PlainText"/>.</summary>
    public static Location Known(LocationId id, string name, SystemId systemId, DateTimeOffset readAt)
    {
        var plain = PlainText.Clean(name, LocalisedName.MaxLength);
        return new() { Id = id, Name = plain.Length > 0 ? plain : null, SystemId = systemId, ReadAt = readAt };
    }

    /// <summary>True where all data of the two locations are equal. <see cref="ReadAt"/> is not compared.</summary>
    public bool SaysTheSameAs(Location other) => (Id, Name, SystemId) == (other.Id, other.Name, other.SystemId);

    public static Location Unknown(LocationId id, DateTimeOffset readAt) => new() { Id = id, ReadAt = readAt };

    public long ChangedIn { get; private set; }

    public void Stamp(long version) => ChangedIn = version;
}
