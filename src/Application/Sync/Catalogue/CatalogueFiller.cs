using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Application.Reference;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using Microsoft.Extensions.Logging;

namespace HangarBay.Application.Sync.Catalogue;

/// <summary>Asks ESI for types that are not known yet, with their groups and categories, and keeps them (M10).</summary>
internal sealed class CatalogueFiller(
    IEsi esi,
    IReadRepository<ItemType> types,
    IReadRepository<ItemGroup> groups,
    IReadRepository<ItemCategory> categories,
    IMarketWriter market,
    TimeProvider time,
    ILogger<CatalogueFiller> logger)
{
    /// <summary>
    /// Makes the types known, or remembered as unknown where ESI answers 404; returns those that ESI turned out not to know.
    /// New ones are stored at once, with what they refer to first; one for which ESI gave no answer stays unlearnt, to be
    /// asked for again.
    /// </summary>
    public async Task<IReadOnlyList<TypeId>> EnsureAsync(
        IReadOnlyCollection<TypeId> ids, KnownTypes known, ParallelOptions parallel, CancellationToken cancellationToken)
    {
        if (known.Missing(ids) is not { Count: > 0 } unlearnt) return [];
        known.Learn(await types.ListAsync(new TypesOfIds(unlearnt), cancellationToken));
        if (known.Missing(unlearnt) is not { Count: > 0 } missing) return [];

        var answers = await AskAsync(missing, esi.GetTypeAsync, parallel);
        var groupIds = answers.Values.OfType<EsiType>().Select(type => type.GroupId).Distinct().ToList();
        var settled = await EnsureGroupsAsync(groupIds, parallel, cancellationToken);

        var fresh = answers
            .Where(answer => answer.Value is null || settled.ContainsKey(answer.Value.GroupId))
            .Select(answer => ToType(answer.Key, answer.Value, settled))
            .OrderBy(type => type.Id)
            .ToList();
        await market.NameAsync(fresh, cancellationToken);
        known.Learn(fresh);
        return [.. fresh.Where(type => type.GroupId is null).Select(type => type.Id)];
    }

    private ItemType ToType(TypeId id, EsiType? type, Dictionary<GroupId, CategoryId?> categoriesByGroup) => type is null
        ? ItemType.Unknown(id, time.GetUtcNow())
        : ItemType.Known(
            id, NameOf(type.Name), type.GroupId, categoriesByGroup[type.GroupId], type.MarketGroupId,
            type.IsPublished, type.Volume, time.GetUtcNow());

    private static LocalisedName? NameOf(string? name) => name is null ? null : LocalisedName.English(name);

    /// <summary>By id the group's category; null where ESI knows no such group, absent where it gave no answer.</summary>
    private async Task<Dictionary<GroupId, CategoryId?>> EnsureGroupsAsync(
        IReadOnlyCollection<GroupId> ids, ParallelOptions parallel, CancellationToken cancellationToken)
    {
        var settled = (await groups.ListAsync(new GroupsOfIds(ids), cancellationToken)).ToDictionary(group => group.Id, group => (CategoryId?)group.CategoryId);
        var answers = await AskAsync([.. ids.Where(id => !settled.ContainsKey(id))], esi.GetGroupAsync, parallel);
        var categoryIds = answers.Values.OfType<EsiGroup>().Select(group => group.CategoryId).Distinct().ToList();
        var categoriesSettled = await EnsureCategoriesAsync(categoryIds, parallel, cancellationToken);

        // A group that is stored is never asked for again, and so neither is its category: the category goes first.
        var fresh = answers.Where(answer => answer.Value is null || categoriesSettled.Contains(answer.Value.CategoryId)).ToList();
        var named = fresh.Select(answer => answer.Value).OfType<EsiGroup>().Where(group => group.Name is not null)
            .Select(group => new ItemGroup(group.Id, group.CategoryId, LocalisedName.English(group.Name!), group.IsPublished)).ToList();
        await market.NameAsync(named, cancellationToken);
        // A group without a name is not stored, and asked for with the next new type of it.
        foreach (var (id, group) in fresh) settled[id] = group?.CategoryId;
        return settled;
    }

    /// <summary>Those that are known now, or that ESI does not know.</summary>
    private async Task<HashSet<CategoryId>> EnsureCategoriesAsync(
        IReadOnlyCollection<CategoryId> ids, ParallelOptions parallel, CancellationToken cancellationToken)
    {
        var settled = (await categories.ListAsync(new CategoriesOfIds(ids), cancellationToken)).Select(category => category.Id).ToHashSet();
        var answers = await AskAsync([.. ids.Where(id => !settled.Contains(id))], esi.GetCategoryAsync, parallel);
        await market.NameAsync(answers.Values.OfType<ItemCategory>().ToList(), cancellationToken);
        settled.UnionWith(answers.Keys);
        return settled;
    }

    private async Task<IReadOnlyDictionary<TKey, TAnswer>> AskAsync<TKey, TAnswer>(
        IReadOnlyCollection<TKey> keys, Func<TKey, CancellationToken, Task<TAnswer>> read, ParallelOptions parallel)
        where TKey : notnull
    {
        var reading = new ParallelReading<TKey, TAnswer>(logger);
        await reading.RunAsync(keys, read, parallel);
        return reading.Answers;
    }
}
