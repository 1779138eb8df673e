using HangarBay.Application.Market.Ports;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence;

internal sealed class OpenLines(HangarBayDbContext context, IBulkWriter bulk) : IOpenLines
{
    private const int ContractsAtOnce = 1_000;

    public Task AddAsync(IReadOnlyCollection<Contract> contracts, CancellationToken cancellationToken) =>
        bulk.InsertAsync(contracts.SelectMany(OpenLine.Of).ToList(), cancellationToken);

    public async Task RefreshAsync(IReadOnlyCollection<ContractId> contracts, CancellationToken cancellationToken)
    {
        foreach (var ids in contracts.Chunk(ContractsAtOnce))
        {
            await context.Set<OpenLine>().Where(line => ids.Contains(line.ContractId)).ExecuteDeleteAsync(cancellationToken);
            var open = await context.Set<Contract>().AsNoTracking()
                .Where(Contract.IsOpen)
                .Where(contract => ids.Contains(contract.Id) && contract.ItemsState == ItemsState.Read)
                .Include(contract => contract.Items)
                .ToListAsync(cancellationToken);
            await AddAsync(open, cancellationToken);
        }
    }
}
