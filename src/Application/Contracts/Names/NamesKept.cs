using System.Collections.Concurrent;
using HangarBay.Application.Abstractions;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.Names;

/// <summary>By kind; null where the database has no such row.</summary>
internal sealed class NamesKept
{
    /// <summary>
    /// Where so many of a kind are kept, those that the database does not have are kept no more: readers can ask for any number
    /// of ids that nobody ever had.
    /// </summary>
    public const int Most = 100_000;

    public ConcurrentDictionary<TypeId, ItemType?> Types { get; } = [];

    public ConcurrentDictionary<CategoryId, ItemCategory?> Categories { get; } = [];

    public ConcurrentDictionary<LocationId, Location?> Locations { get; } = [];

    public ConcurrentDictionary<SystemId, SolarSystem?> Systems { get; } = [];

    public ConcurrentDictionary<RegionId, Region?> Regions { get; } = [];

    public ConcurrentDictionary<CharacterId, Character?> Characters { get; } = [];

    public ConcurrentDictionary<CorporationId, Corporation?> Corporations { get; } = [];

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
        if (kept.Count >= Most) return;
        foreach (var id in missing) kept.TryAdd(id, null);
    }
}
