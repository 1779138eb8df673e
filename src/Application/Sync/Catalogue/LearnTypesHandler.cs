using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Application.Reference;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using MediatR;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HangarBay.Application.Sync.Catalogue;

internal sealed class LearnTypesHandler(
    IEsi esi,
    IReadRepository<ItemType> types,
    IReadRepository<ItemGroup> groups,
    IReadRepository<ItemCategory> categories,
    IMarketWriter market,
    Quarantine quarantine,
    IOptions<SyncOptions> options,
    TimeProvider time,
    ILogger<LearnTypesHandler> logger) : IRequestHandler<LearnTypes, TypesResult>
{
    private const int AtOnce = 100;

    /// <summary>ESI may know the type by then: a new type appears in contracts before ESI knows it everywhere.</summary>
    private static readonly TimeSpan UntilAskedAgain = TimeSpan.FromHours(1);

    public async Task<TypesResult> Handle(LearnTypes request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var ids = await types.ListAsync(new TypesToAsk(now - UntilAskedAgain, AtOnce), cancellationToken);
        if (ids.Count == 0) return new TypesResult(0);

        var answers = await AskAsync(ids, esi.GetTypeAsync, cancellationToken);
        if (answers.Count == 0) throw new EsiUnavailableException("ESI answered no request for a type.");
        var groupIds = answers.Values.OfType<EsiType>().Select(type => type.GroupId).Distinct().ToList();
        var categoryOf = await EnsureGroupsAsync(groupIds, cancellationToken);
        var learnt = answers.Values.OfType<EsiType>().Where(type => categoryOf.ContainsKey(type.GroupId))
            .Select(type => ToType(type, categoryOf[type.GroupId], now)).ToList();
        var unanswered = ids.Except(learnt.Select(type => type.Id)).Select(id => ItemType.Unknown(id, now));
        var unknown = answers.Where(answer => answer.Value is null).Select(answer => answer.Key).ToList();
        await market.ChangeAsync((change, token) => KeepAsync([.. learnt, .. unanswered], unknown, change, token), cancellationToken);
        return new TypesResult(ids.Count, unknown.Count, MayBeMore: ids.Count == AtOnce);
    }

    /// <summary>
    /// Stores the types and their contracts in one transaction: a crash leaves both or neither. A type without an answer waits as long as an
    /// unknown one, so that it does not delay the others.
    /// </summary>
    private async Task<int> KeepAsync(List<ItemType> asked, List<TypeId> unknown, IMarketChange change, CancellationToken cancellationToken)
    {
        // An import may have stored a type since, and in more languages.
        var waiting = await types.ListAsync(new NamelessTypes([.. asked.Select(type => type.Id)]), cancellationToken);
        var kept = asked.Where(type => waiting.Contains(type.Id)).OrderBy(type => type.Id).ToList();
        await change.NameAsync(kept, cancellationToken);
        await change.RederiveAsync([.. kept.Where(type => type.GroupId is not null).Select(type => type.Id)], cancellationToken);
        await quarantine.AddAsync([.. unknown.Select(id => new Surprise($"type {id}", "ESI does not know the type."))], region: null, cancellationToken);
        return kept.Count;
    }

    private static ItemType ToType(EsiType type, CategoryId? category, DateTimeOffset now) => ItemType.Known(
        type.Id, NameOf(type.Name), type.GroupId, category, type.MarketGroupId, type.IsPublished, type.Volume, now);

    private static LocalisedName? NameOf(string? name) => name is null ? null : LocalisedName.English(name);

    /// <summary>The category of each group by id: null where ESI knows no such group, absent where ESI gave no answer.</summary>
    private async Task<Dictionary<GroupId, CategoryId?>> EnsureGroupsAsync(IReadOnlyCollection<GroupId> ids, CancellationToken cancellationToken)
    {
        var settled = (await groups.ListAsync(new GroupsOfIds(ids), cancellationToken)).ToDictionary(group => group.Id, group => (CategoryId?)group.CategoryId);
        var answers = await AskAsync([.. ids.Where(id => !settled.ContainsKey(id))], esi.GetGroupAsync, cancellationToken);
        var categoryIds = answers.Values.OfType<EsiGroup>().Select(group => group.CategoryId).Distinct().ToList();
        var categoriesSettled = await EnsureCategoriesAsync(categoryIds, cancellationToken);

        // A stored group is never requested again, and neither is its category, so the category is stored first.
        var fresh = answers.Where(answer => answer.Value is null || categoriesSettled.Contains(answer.Value.CategoryId)).ToList();
        var named = fresh.Select(answer => answer.Value).OfType<EsiGroup>().Where(group => group.Name is not null)
            .Select(group => new ItemGroup(group.Id, group.CategoryId, LocalisedName.English(group.Name!), group.IsPublished)).ToList();
        await market.NameAsync(named, cancellationToken);
        // A group without a name is not stored. It is requested again with the next new type of the group.
        foreach (var (id, group) in fresh) settled[id] = group?.CategoryId;
        return settled;
    }

    /// <summary>Returns the categories that are stored now, and those that ESI does not know.</summary>
    private async Task<HashSet<CategoryId>> EnsureCategoriesAsync(IReadOnlyCollection<CategoryId> ids, CancellationToken cancellationToken)
    {
        var settled = (await categories.ListAsync(new CategoriesOfIds(ids), cancellationToken)).Select(category => category.Id).ToHashSet();
        var answers = await AskAsync([.. ids.Where(id => !settled.Contains(id))], esi.GetCategoryAsync, cancellationToken);
        await market.NameAsync(answers.Values.OfType<ItemCategory>().ToList(), cancellationToken);
        settled.UnionWith(answers.Keys);
        return settled;
    }

    private async Task<IReadOnlyDictionary<TKey, TAnswer>> AskAsync<TKey, TAnswer>(
        IReadOnlyCollection<TKey> keys, Func<TKey, CancellationToken, Task<TAnswer>> read, CancellationToken cancellationToken)
        where TKey : notnull
    {
        var reading = new ParallelReading<TKey, TAnswer>(logger);
        await reading.RunAsync(
            keys, read, new ParallelOptions { MaxDegreeOfParallelism = options.Value.ItemsAtOnce, CancellationToken = cancellationToken });
        return reading.Answers;
    }
}
