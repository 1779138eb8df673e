using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Names;
using HangarBay.Application.Sync.Catalogue;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Market;

namespace HangarBay.Application.Reference.ImportStaticData;

/// <summary>
/// Writes types that differ from what is known, and in the same transaction derives the contracts anew that offer one whose
/// category, group or English name is another now, or is known for the first time: a crash leaves both or none.
/// </summary>
internal sealed class TypeWriter(
    IReadRepository<ItemType> types,
    IRepository<MarketState> market,
    IBulkWriter bulk,
    Rederivation rederivation,
    PatientTransaction transaction,
    IUnitOfWork unitOfWork,
    TimeProvider time)
{
    public Task<(int Written, int Rederived)> WriteAsync(
        IReadOnlyList<StaticType> batch, IReadOnlyDictionary<GroupId, CategoryId> categoryOf, CancellationToken cancellationToken) =>
        transaction.RunAsync(
            async token =>
            {
                // First, so that a sync that commits between this and our own commit is noticed (M7).
                var state = await market.FindAsync(MarketState.OnlyId, token);
                var stored = (await types.ListAsync(new TypesOfIds([.. batch.Select(type => type.Id)]), token)).ToDictionary(type => type.Id);
                var fresh = batch.Select(type => ToType(type, categoryOf))
                    .Where(type => !(stored.TryGetValue(type.Id, out var known) && type.SaysTheSameAs(known)))
                    .ToList();
                var written = await bulk.UpsertAsync(fresh, token);
                await bulk.UpsertAsync(fresh.SelectMany(type => type.SearchNames).ToList(), token);

                // A type that was not even known to be unknown stands in no line that was taken.
                var other = fresh.Where(type => stored.TryGetValue(type.Id, out var known) && KnownTypes.EntryOf(known) != KnownTypes.EntryOf(type));
                var rederived = await rederivation.RunAsync([.. other.Select(type => type.Id)], token);
                if (rederived > 0) state?.Changed(time.GetUtcNow());
                await unitOfWork.SaveChangesAsync(token);
                return (written, rederived);
            },
            cancellationToken);

    private ItemType ToType(StaticType type, IReadOnlyDictionary<GroupId, CategoryId> categoryOf) => ItemType.Known(
        type.Id, type.Name, type.GroupId, categoryOf.TryGetValue(type.GroupId, out var category) ? category : null, type.MarketGroupId,
        type.IsPublished, type.Volume, time.GetUtcNow());
}
