using HangarBay.Application.Market.Ports;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence;

internal sealed class OpenTallies(HangarBayDbContext context, IBulkWriter bulk) : IOpenTallies
{
    public async Task RecountAsync(IReadOnlyCollection<RegionId> regions, CancellationToken cancellationToken)
    {
        if (regions.Count == 0) return;
        await context.Set<OpenTally>().Where(tally => regions.Contains(tally.RegionId)).ExecuteDeleteAsync(cancellationToken);
        var counts = await context.Set<Contract>()
            .Where(Contract.IsOpen)
            .Where(contract => regions.Contains(contract.RegionId))
            .GroupBy(contract => new { contract.RegionId, contract.Type, contract.IsShipContract, contract.ItemsState })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        await bulk.InsertAsync(
            counts.ConvertAll(group => new OpenTally(
                new TallyKey(group.Key.RegionId, group.Key.Type, group.Key.IsShipContract, group.Key.ItemsState), group.Count)),
            cancellationToken);
    }

    public async Task ChangeAsync(IReadOnlyDictionary<TallyKey, int> changes, CancellationToken cancellationToken)
    {
        var regions = changes.Where(change => change.Value != 0).Select(change => change.Key.RegionId).Distinct().ToList();
        if (regions.Count == 0) return;
        var ofRegions = context.Set<OpenTally>().AsNoTracking().Where(tally => regions.Contains(tally.RegionId));
        var kept = await ofRegions.ToDictionaryAsync(tally => tally.Key, tally => tally.Count, cancellationToken);
        var changed = changes.Where(change => change.Value != 0)
            .Select(change => new OpenTally(change.Key, kept.GetValueOrDefault(change.Key) + change.Value))
            .ToList();
        await bulk.UpsertAsync(changed, cancellationToken);
        if (changed.Exists(tally => tally.Count == 0)) await ofRegions.Where(tally => tally.Count == 0).ExecuteDeleteAsync(cancellationToken);
    }
}
