using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Market.Ports;

/// <summary>Contracts as the market's writer loads them to change them: untracked, as it saves them itself, in bulk.</summary>
public interface IMarketContracts
{
    Task<IReadOnlyList<Contract>> LoadAsync(Specification<Contract> which, CancellationToken cancellationToken);

    /// <summary>Of which only a part is loaded.</summary>
    Task<IReadOnlyList<Contract>> LoadAsync(Specification<Contract, Contract> which, CancellationToken cancellationToken);

    Task<IReadOnlyList<ContractId>> ListAsync(Specification<Contract, ContractId> which, CancellationToken cancellationToken);

    /// <summary>
    /// Removes at most <paramref name="limit"/> contracts that were closed before the instant and are stamped with
    /// <paramref name="changedIn"/> or less, with their lines and bids; returns how many.
    /// </summary>
    Task<int> RemoveClosedAsync(DateTimeOffset closedBefore, long changedIn, int limit, CancellationToken cancellationToken);

    /// <summary>Removes bids that are no longer there.</summary>
    Task RemoveAsync(IReadOnlyCollection<AuctionBid> bids, CancellationToken cancellationToken);
}
