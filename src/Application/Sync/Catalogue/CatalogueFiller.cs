using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Names;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Sync.Catalogue;

/// <summary>Asks ESI for types that are not known yet, with their groups and categories, and keeps them (M10).</summary>
internal sealed class CatalogueFiller(
    IEsi esi,
    IReadRepository<ItemType> types,
    IReadRepository<ItemGroup> groups,
    IReadRepository<ItemCategory> categories,
    IBulkWriter bulk,
    TimeProvider time)
{
    /// <summary>
    /// Every type asked for, by id: known, or remembered as unknown where ESI answers 404. New ones are stored at once,
    /// with what they refer to first.
    /// </summary>
    public async Task<CatalogueFill> EnsureAsync(IReadOnlyCollection<TypeId> ids, ParallelOptions parallel, CancellationToken cancellationToken)
    {
        var known = (await types.ListAsync(new TypesOfIds(ids), cancellationToken)).ToDictionary(type => type.Id);
        var missing = ids.Where(id => !known.ContainsKey(id)).ToList();
        if (missing.Count == 0) return new CatalogueFill(known, []);

        var answers = await ParallelReading.ReadAsync(missing, esi.GetTypeAsync, parallel);
        var found = answers.Values.OfType<EsiType>().ToList();
        var groupsById = await EnsureGroupsAsync([.. found.Select(type => type.GroupId).Distinct()], parallel, cancellationToken);

        var fresh = missing.ConvertAll(id => answers[id] is { } type
            ? ItemType.Known(
                id, LocalisedName.English(type.Name), type.GroupId, groupsById.GetValueOrDefault(type.GroupId)?.CategoryId,
                type.MarketGroupId, type.IsPublished, type.Volume, time.GetUtcNow())
            : ItemType.Unknown(id, time.GetUtcNow()));
        await bulk.UpsertAsync(fresh, cancellationToken);
        await bulk.UpsertAsync(fresh.SelectMany(type => type.SearchNames).ToList(), cancellationToken);
        foreach (var type in fresh) known[type.Id] = type;
        return new CatalogueFill(known, [.. fresh.Where(type => type.Name is null).Select(type => type.Id)]);
    }

    private async Task<Dictionary<GroupId, ItemGroup>> EnsureGroupsAsync(
        IReadOnlyCollection<GroupId> ids, ParallelOptions parallel, CancellationToken cancellationToken)
    {
        var known = (await groups.ListAsync(new GroupsOfIds(ids), cancellationToken)).ToDictionary(group => group.Id);
        var missing = ids.Where(id => !known.ContainsKey(id)).ToList();
        var fresh = (await ParallelReading.ReadAsync(missing, esi.GetGroupAsync, parallel)).Values.OfType<ItemGroup>().ToList();
        await EnsureCategoriesAsync([.. fresh.Select(group => group.CategoryId).Distinct()], parallel, cancellationToken);
        await bulk.UpsertAsync(fresh, cancellationToken);
        foreach (var group in fresh) known[group.Id] = group;
        return known;
    }

    private async Task EnsureCategoriesAsync(
        IReadOnlyCollection<CategoryId> ids, ParallelOptions parallel, CancellationToken cancellationToken)
    {
        var known = (await categories.ListAsync(new CategoriesOfIds(ids), cancellationToken)).Select(category => category.Id).ToHashSet();
        var missing = ids.Where(id => !known.Contains(id)).ToList();
        var fresh = (await ParallelReading.ReadAsync(missing, esi.GetCategoryAsync, parallel)).Values.OfType<ItemCategory>().ToList();
        await bulk.UpsertAsync(fresh, cancellationToken);
    }
}

/// <summary>The types asked for, and those among them that ESI turned out not to know.</summary>
internal sealed record CatalogueFill(IReadOnlyDictionary<TypeId, ItemType> Types, IReadOnlyList<TypeId> NewlyUnknown)
{
    public CatalogueEntry EntryOf(TypeId id) => Types.TryGetValue(id, out var type)
        ? new CatalogueEntry(type.CategoryId, type.Name?.In(Language.En))
        : default;
}
