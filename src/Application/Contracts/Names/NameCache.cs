using System.Collections.Concurrent;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.GetTaxonomy;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.Names;

/// <summary>
/// Names that were read lately, kept for as long as the market instant stands: at most a minute, and not past the next commit
/// of a sweep.
/// </summary>
internal sealed class NameCache
{
    private NamesKept _latest = new(DateTimeOffset.MinValue);

    /// <summary>Who still asks of an instant that has passed keeps nothing for others.</summary>
    public NamesKept At(DateTimeOffset marketInstant)
    {
        var latest = Volatile.Read(ref _latest);
        if (latest.Instant == marketInstant) return latest;

        var fresh = new NamesKept(marketInstant);
        if (latest.Instant < marketInstant) Interlocked.CompareExchange(ref _latest, fresh, latest);
        return fresh;
    }
}

/// <summary>By kind; null where the database has no such row.</summary>
internal sealed class NamesKept(DateTimeOffset instant)
{
    public DateTimeOffset Instant => instant;

    public ConcurrentDictionary<TypeId, ItemType?> Types { get; } = [];

    public ConcurrentDictionary<CategoryId, ItemCategory?> Categories { get; } = [];

    public ConcurrentDictionary<LocationId, Location?> Locations { get; } = [];

    public ConcurrentDictionary<SystemId, SolarSystem?> Systems { get; } = [];

    public ConcurrentDictionary<RegionId, Region?> Regions { get; } = [];

    public ConcurrentDictionary<CharacterId, Character?> Characters { get; } = [];

    public ConcurrentDictionary<CorporationId, Corporation?> Corporations { get; } = [];

    /// <summary>The whole taxonomy by language: it takes every line of the market to tell.</summary>
    public ConcurrentDictionary<Language, Taxonomy> Taxonomies { get; } = [];

    /// <summary>Reads those that are not kept yet, all in one query; none where nothing is missing.</summary>
    public static async Task ReadAsync<TId, T>(
        IReadRepository<T> repository,
        ConcurrentDictionary<TId, T?> kept,
        IEnumerable<TId> ids,
        Func<IReadOnlyCollection<TId>, Specification<T>> ofIds,
        Func<T, TId> idOf,
        CancellationToken cancellationToken)
        where TId : notnull
        where T : class, IAggregateRoot
    {
        var missing = ids.Where(id => !kept.ContainsKey(id)).Distinct().ToList();
        if (missing.Count == 0) return;

        foreach (var row in await repository.ListAsync(ofIds(missing), cancellationToken)) kept[idOf(row)] = row;
        foreach (var id in missing) kept.TryAdd(id, null);
    }
}
