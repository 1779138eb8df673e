using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Reference.ImportingStaticData;

/// <summary>
/// Writes an export table by table in small commits, referenced tables first. So readers never wait, and a repeated import finds the
/// finished part of an interrupted one. Rows without a change are not written.
/// </summary>
internal sealed class StaticDataWriter(
    IMarketWriter market, IReadRepository<ItemType> types, IReadRepository<ItemGroup> groups, IReadRepository<SolarSystem> systems, TimeProvider time)
{
    public async Task<(int Written, int Rederived)> WriteAsync(
        IStaticData data, RowBatches batches, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var written = 0;
        async Task TakeAsync<T>(
            string part, IAsyncEnumerable<SourceRow<T>> rows, Func<IReadOnlyList<T>, CancellationToken, Task<int>> write)
            where T : class
        {
            await foreach (var batch in batches.OfAsync(rows, cancellationToken))
            {
                progress?.Report(new ImportProgress(part, data.Position, data.Length));
                written += await write(batch, cancellationToken);
            }
        }

        await TakeAsync("categories", data.CategoriesAsync(cancellationToken), market.NameAsync);
        await TakeAsync("groups", data.GroupsAsync(cancellationToken), market.NameAsync);
        await TakeAsync("market groups", data.MarketGroupsAsync(cancellationToken), market.NameAsync);
        var categoryOf = await CategoriesOfGroupsAsync(cancellationToken);
        var rederived = 0;
        await TakeAsync("types", data.TypesAsync(cancellationToken), async (batch, token) =>
        {
            var result = await WriteTypesAsync(batch, categoryOf, token);
            rederived += result.Rederived;
            return result.Written;
        });
        await TakeAsync("regions", data.RegionsAsync(cancellationToken), market.NameAsync);
        await TakeAsync("constellations", data.ConstellationsAsync(cancellationToken), market.NameAsync);
        await TakeAsync("systems", data.SystemsAsync(cancellationToken), WriteSystemsAsync);
        await TakeAsync("stargates", data.StargatesAsync(cancellationToken), market.NameAsync);
        progress?.Report(new ImportProgress("stargates", data.Length, data.Length));
        return (written, rederived);
    }

    /// <summary>Read from the database, because a group whose row was set aside may be stored already.</summary>
    private async Task<IReadOnlyDictionary<GroupId, CategoryId>> CategoriesOfGroupsAsync(CancellationToken cancellationToken) =>
        (await groups.ListAsync(new EveryGroup(), cancellationToken)).ToDictionary(group => group.GroupId, group => group.CategoryId);

    /// <summary>
    /// The same change derives the contracts again that offer a type with another category, group or English name than before. So a crash
    /// leaves both or neither.
    /// </summary>
    private Task<(int Written, int Rederived)> WriteTypesAsync(
        IReadOnlyList<StaticType> batch, IReadOnlyDictionary<GroupId, CategoryId> categoryOf, CancellationToken cancellationToken) => market.ChangeAsync(
        async (change, token) =>
        {
            var stored = (await types.ListAsync(new TypesOfIds([.. batch.Select(type => type.Id)]), token)).ToDictionary(type => type.Id);
            var fresh = batch.Select(type => ToType(type, categoryOf))
                .Where(type => !(stored.TryGetValue(type.Id, out var known) && type.SaysTheSameAs(known)))
                .ToList();
            var written = await change.NameAsync(fresh, token);

            // A type without a stored row, even a nameless one, stands in no stored line.
            var other = fresh.Where(type => stored.TryGetValue(type.Id, out var known) && CatalogueEntry.Of(known) != CatalogueEntry.Of(type));
            return (written, await change.RederiveAsync([.. other.Select(type => type.Id)], token));
        },
        cancellationToken);

    private ItemType ToType(StaticType type, IReadOnlyDictionary<GroupId, CategoryId> categoryOf) => ItemType.Known(
        type.Id, type.Name, type.GroupId, categoryOf.TryGetValue(type.GroupId, out var category) ? category : null, type.MarketGroupId,
        type.IsPublished, type.Volume, time.GetUtcNow());

    private Task<int> WriteSystemsAsync(IReadOnlyList<SolarSystem> batch, CancellationToken cancellationToken) => market.ChangeAsync(
        async (change, token) =>
        {
            var stored = (await systems.ListAsync(new SystemsOfIds([.. batch.Select(system => system.Id)]), token)).ToDictionary(system => system.Id);
            foreach (var system in batch)
            {
                if (stored.TryGetValue(system.Id, out var known)) system.KeepPrecisionOf(known);
            }

            return await change.NameAsync(batch, token);
        },
        cancellationToken);
}

/// <summary>A group's category.</summary>
public sealed record GroupCategory(GroupId GroupId, CategoryId CategoryId);

/// <summary>Every group there is.</summary>
public sealed class EveryGroup : Specification<ItemGroup, GroupCategory>
{
    public EveryGroup() => Query.Select(group => new GroupCategory(group.Id, group.CategoryId));
}
