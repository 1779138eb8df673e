using HangarBay.Domain.Market;

namespace HangarBay.Domain.Universe;

/// <summary>
/// A character and its name. The name is null where ESI does not resolve it. The row is kept, so that ESI is not asked again at once.
/// </summary>
public sealed class Character : IAggregateRoot, IFollowed
{
    private Character()
    {
    }

    public Character(CharacterId id, string? name, DateTimeOffset readAt)
    {
        Id = id;
        Name = PlainText.Clean(name, LocalisedName.MaxLength) is { Length: > 0 } plain ? plain : null;
        ReadAt = readAt;
    }

    public CharacterId Id { get; private set; }

    public string? Name { get; private set; }

    public DateTimeOffset ReadAt { get; private set; }

    public long ChangedIn { get; private set; }

    public void Stamp(long version) => ChangedIn = version;
}
