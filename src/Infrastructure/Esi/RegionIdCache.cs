using HangarBay.Domain.Universe;

namespace HangarBay.Infrastructure.Esi;

/// <summary>The list of all regions until it expires: it is needed at every round and changes once a day at most.</summary>
internal sealed class RegionIdCache
{
    private volatile Entry? _entry;

    /// <summary>Null where nothing is kept, or what is kept has expired.</summary>
    public IReadOnlyList<RegionId>? Read(DateTimeOffset now) => _entry is { } entry && entry.ExpiresAt > now ? entry.Ids : null;

    public void Keep(IReadOnlyList<RegionId> ids, DateTimeOffset expiresAt) => _entry = new Entry(ids, expiresAt);

    private sealed record Entry(IReadOnlyList<RegionId> Ids, DateTimeOffset ExpiresAt);
}
