using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using MediatR;

namespace HangarBay.Application.Sync.RetryItems;

/// <summary>
/// Lets lines that were set aside be asked for again (M5): those of the contracts named, or of all that were set aside where
/// none is. Returns how many there were.
/// </summary>
public sealed record RetryItems(IReadOnlyList<ContractId> Contracts) : IRequest<int>;

internal sealed class RetryItemsHandler(
    IRepository<Contract> contracts, IRepository<MarketState> market, IOpenTallies tallies, MarketGate gate, IUnitOfWork unitOfWork, TimeProvider time)
    : IRequestHandler<RetryItems, int>
{
    public Task<int> Handle(RetryItems request, CancellationToken cancellationToken) => gate.RunAsync(
        async token =>
        {
            // First, so that a sync that commits between this and our own commit is noticed (M7).
            var state = await market.FindAsync(MarketState.OnlyId, token);
            var setAside = await contracts.ListAsync(new SetAsideItems(request.Contracts), token);
            foreach (var contract in setAside) contract.RetryItems();
            if (setAside.Count > 0) state?.Changed(time.GetUtcNow());
            await unitOfWork.SaveChangesAsync(token);
            await tallies.RecountAsync([.. setAside.Select(contract => contract.RegionId).Distinct()], token);
            return setAside.Count;
        },
        cancellationToken);
}

/// <summary>Open contracts whose lines were set aside; of all where no id is given.</summary>
public sealed class SetAsideItems : Specification<Contract>
{
    public SetAsideItems(IReadOnlyCollection<ContractId> ids)
    {
        Query.Where(contract => contract.ItemsState == ItemsState.SetAside && contract.ClosedAt == null);
        if (ids.Count > 0) Query.Where(contract => ids.Contains(contract.Id));
    }
}
