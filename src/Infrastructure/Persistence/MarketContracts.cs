using Ardalis.Specification;
using HangarBay.Application.Market.Ports;
using HangarBay.Domain.Contracts;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence;

internal sealed class MarketContracts(HangarBayDbContext context) : IMarketContracts
{
    private IQueryable<Contract> Rows => context.Set<Contract>().AsNoTracking();

    public async Task<IReadOnlyList<Contract>> LoadAsync(Specification<Contract> which, CancellationToken cancellationToken) =>
        await Rows.Apply(which).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Contract>> LoadAsync(Specification<Contract, Contract> which, CancellationToken cancellationToken) =>
        await Rows.Apply(which).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<ContractId>> ListAsync(Specification<Contract, ContractId> which, CancellationToken cancellationToken) =>
        await Rows.Apply(which).ToListAsync(cancellationToken);

    public Task<int> RemoveClosedAsync(DateTimeOffset closedBefore, long changedIn, int limit, CancellationToken cancellationToken)
    {
        var old = context.Set<Contract>()
            .Where(contract => contract.ClosedAt != null && contract.ClosedAt < closedBefore && contract.ChangedIn <= changedIn)
            .OrderBy(contract => contract.ClosedAt)
            .Select(contract => contract.Id)
            .Take(limit);
        // The foreign keys delete lines and bids together with their contract.
        return context.Set<Contract>().Where(contract => old.Contains(contract.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task RemoveAsync(IReadOnlyCollection<AuctionBid> bids, CancellationToken cancellationToken)
    {
        foreach (var auction in bids.GroupBy(bid => bid.ContractId, bid => bid.BidId))
        {
            var ids = auction.ToList();
            await context.Set<AuctionBid>().Where(bid => bid.ContractId == auction.Key && ids.Contains(bid.BidId)).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
