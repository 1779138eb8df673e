using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Market.Ports;

/// <summary>Loads contracts for the market's writer to change. They are untracked, because the writer saves them itself, in bulk.</summary>
public interface IMarketContracts
{
    Task<IReadOnlyList<Contract>> LoadAsync(Specification<Contract> which, CancellationToken cancellationToken);

    /// <summary>Loads only a part of each contract.</summary>
    Task<IReadOnlyList<Contract>> LoadAsync(Specification<Contract, Contract> which, CancellationToken cancellationToken);

    Task<IReadOnlyList<ContractId>> ListAsync(Specification<Contract, ContractId> which, CancellationToken cancellationToken);

    /// <summary>
    /// Removes at most <paramref name="limit"/> contracts that were closed before the instant and are stamped with
    /// <paramref name="changedIn"/> or less, with their lines and bids; returns how many.
    /// </summary>
    Task<int> RemoveClosedAsync(DateTimeOffset closedBefore, long changedIn, int limit, CancellationToken cancellationToken);

    /// <summary>Removes bids that an auction no longer has.</summary>
    Task RemoveAsync(IReadOnlyCollection<AuctionBid> bids, CancellationToken cancellationToken);
}
