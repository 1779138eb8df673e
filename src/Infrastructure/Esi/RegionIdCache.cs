using HangarBay.Domain.Universe;

namespace HangarBay.Infrastructure.Esi;

/// <summary>Keeps the list of all regions until it expires. Every round needs it, and it changes at most once a day.</summary>
internal sealed class RegionIdCache
{
    private volatile Entry? _entry;

    /// <summary>The kept list; null if there is none or it has expired.</summary>
    public IReadOnlyList<RegionId>? Read(DateTimeOffset now) => _entry is { } entry && entry.ExpiresAt > now ? entry.Ids : null;

    public void Keep(IReadOnlyList<RegionId> ids, DateTimeOffset expiresAt) => _entry = new Entry(ids, expiresAt);

    private sealed record Entry(IReadOnlyList<RegionId> Ids, DateTimeOffset ExpiresAt);
}
