using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Names;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Reference.ImportStaticData;

/// <summary>
/// Writes an export table by table, what is referred to first, in small commits: readers never wait, and an import that was
/// cut off is run again and finds half of its work done. Rows that say nothing new are not written.
/// </summary>
internal sealed class StaticDataWriter(
    IBulkWriter bulk, TypeWriter types, IReadRepository<ItemGroup> groups, IReadRepository<SolarSystem> systems)
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

        await TakeAsync("categories", data.CategoriesAsync(cancellationToken), bulk.UpsertAsync);
        await TakeAsync("groups", data.GroupsAsync(cancellationToken), bulk.UpsertAsync);
        await TakeAsync("market groups", data.MarketGroupsAsync(cancellationToken), bulk.UpsertAsync);
        var categoryOf = await CategoriesOfGroupsAsync(cancellationToken);
        var rederived = 0;
        await TakeAsync("types", data.TypesAsync(cancellationToken), async (batch, token) =>
        {
            var result = await types.WriteAsync(batch, categoryOf, token);
            rederived += result.Rederived;
            return result.Written;
        });
        await TakeAsync("regions", data.RegionsAsync(cancellationToken), bulk.UpsertAsync);
        await TakeAsync("constellations", data.ConstellationsAsync(cancellationToken), bulk.UpsertAsync);
        await TakeAsync("systems", data.SystemsAsync(cancellationToken), WriteSystemsAsync);
        await TakeAsync("stargates", data.StargatesAsync(cancellationToken), bulk.UpsertAsync);
        progress?.Report(new ImportProgress("stargates", data.Length, data.Length));
        return (written, rederived);
    }

    /// <summary>From the database: a group whose row was set aside may be known all the same.</summary>
    private async Task<IReadOnlyDictionary<GroupId, CategoryId>> CategoriesOfGroupsAsync(CancellationToken cancellationToken) =>
        (await groups.ListAsync(new EveryGroup(), cancellationToken)).ToDictionary(group => group.GroupId, group => group.CategoryId);

    private async Task<int> WriteSystemsAsync(IReadOnlyList<SolarSystem> batch, CancellationToken cancellationToken)
    {
        var stored = (await systems.ListAsync(new SystemsOfIds([.. batch.Select(system => system.Id)]), cancellationToken))
            .ToDictionary(system => system.Id);
        foreach (var system in batch)
        {
            if (stored.TryGetValue(system.Id, out var known)) system.KeepPrecisionOf(known);
        }

        return await bulk.UpsertAsync(batch, cancellationToken);
    }
}

/// <summary>A group's category.</summary>
public sealed record GroupCategory(GroupId GroupId, CategoryId CategoryId);

/// <summary>Every group there is.</summary>
public sealed class EveryGroup : Specification<ItemGroup, GroupCategory>
{
    public EveryGroup() => Query.Select(group => new GroupCategory(group.Id, group.CategoryId));
}
