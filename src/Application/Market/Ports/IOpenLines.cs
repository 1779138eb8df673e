using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;

namespace HangarBay.Application.Market.Ports;

/// <summary>What open contracts offer, kept for filters (<see cref="OpenLine"/>). It belongs into the transaction that changes contracts.</summary>
public interface IOpenLines
{
    /// <summary>Of contracts whose lines were read just now, and are loaded.</summary>
    Task AddAsync(IReadOnlyCollection<Contract> contracts, CancellationToken cancellationToken);

    /// <summary>Anew from what is stored of the contracts, after they were closed, listed again or changed.</summary>
    Task RefreshAsync(IReadOnlyCollection<ContractId> contracts, CancellationToken cancellationToken);
}
