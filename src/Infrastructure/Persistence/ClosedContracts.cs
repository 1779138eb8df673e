using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Contracts;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence;

internal sealed class ClosedContracts(HangarBayDbContext context) : IClosedContracts
{
    public Task<bool> AnyAsync(DateTimeOffset closedBefore, CancellationToken cancellationToken) => Old(closedBefore).AnyAsync(cancellationToken);

    public Task<int> RemoveAsync(DateTimeOffset closedBefore, int limit, CancellationToken cancellationToken)
    {
        var old = Old(closedBefore)
            .OrderBy(contract => contract.ClosedAt)
            .Select(contract => contract.Id)
            .Take(limit);
        // Lines and bids go with their contract, by the foreign keys.
        return context.Set<Contract>().Where(contract => old.Contains(contract.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    private IQueryable<Contract> Old(DateTimeOffset closedBefore) =>
        context.Set<Contract>().Where(contract => contract.ClosedAt != null && contract.ClosedAt < closedBefore);
}
