using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync.Ports;
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
            .Where(contract => regions.Contains(contract.RegionId) && contract.ClosedAt == null)
            .GroupBy(contract => new { contract.RegionId, contract.Type, contract.IsShipContract, contract.ItemsState })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        await bulk.InsertAsync(
            counts.ConvertAll(group => new OpenTally(
                group.Key.RegionId, group.Key.Type, group.Key.IsShipContract, group.Key.ItemsState, group.Count)),
            cancellationToken);
    }
}
