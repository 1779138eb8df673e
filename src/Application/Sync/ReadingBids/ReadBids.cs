using HangarBay.Domain.Contracts;
using MediatR;

namespace HangarBay.Application.Sync.ReadingBids;

/// <summary>
/// Reads the bids of the next auctions that are due (M5), and commits them together. A cancellation stores what was read so far.
/// </summary>
public sealed record ReadBids : IRequest<BidsResult>;

/// <summary>The bids of <paramref name="Read"/> auctions are known now; those of <paramref name="Missed"/> are requested again later.</summary>
public sealed record BidsResult(int Read, int Missed)
{
    public bool NothingDue => Read + Missed == 0;

    /// <summary>ESI seemed to be unavailable, so requests for the next auctions would fail too.</summary>
    public bool GaveUp { get; init; }
}

/// <summary>Auctions whose bids are due: never read first, then those that end first.</summary>
public sealed class BidsDue : Specification<Contract, ContractId>
{
    public BidsDue(DateTimeOffset now, int take)
    {
        Query
            .Where(Contract.IsLiveAt(now))
            .Where(contract => contract.Type == ContractType.Auction)
            .Where(contract => contract.BidsNextAttemptAt == null || contract.BidsNextAttemptAt <= now)
            .OrderByDescending(contract => contract.BidsNextAttemptAt == null)
            .ThenBy(contract => contract.DateExpired)
            .ThenBy(contract => contract.Id)
            .Take(take);
        Query.Select(contract => contract.Id);
    }
}
