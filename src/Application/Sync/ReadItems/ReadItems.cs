using HangarBay.Application.Abstractions;
using HangarBay.Domain.Contracts;
using MediatR;

namespace HangarBay.Application.Sync.ReadItems;

/// <summary>
/// Reads the lines of the next contracts that wait for them (M5), and commits them together. Cancelling it stores what was
/// read so far.
/// </summary>
public sealed record ReadItems : IRequest<ItemsResult>;

/// <summary>
/// <paramref name="Read"/> contracts took their lines, <paramref name="Missed"/> are asked again later,
/// <paramref name="Quarantined"/> surprises were set aside. Nothing due: all are zero.
/// </summary>
public sealed record ItemsResult(int Read, int Missed, int Quarantined)
{
    public bool NothingDue => Read + Missed == 0;

    /// <summary>ESI seemed to be away: asking for the next ones at once is no use.</summary>
    public bool GaveUp { get; init; }
}

/// <summary>Contracts to read: never tried first, then the larger volume, hulls before crumbs (M5).</summary>
public sealed class ItemsDue : Specification<Contract, ContractId>
{
    public ItemsDue(DateTimeOffset now, int take)
    {
        Query
            .Where(contract => contract.ItemsState == ItemsState.Pending && contract.ClosedAt == null && contract.DateExpired > now)
            .Where(contract => contract.ItemsNextAttemptAt == null || contract.ItemsNextAttemptAt <= now)
            .OrderBy(contract => contract.ItemsAttempts)
            .OrderNullsLast(contract => contract.Volume, descending: true)
            .ThenBy(contract => contract.Id)
            .Take(take);
        Select(contract => contract.Id);
    }
}

/// <summary>Those of the contracts that are listed still and wait for their lines still.</summary>
public sealed class StillPending : Specification<Contract>
{
    public StillPending(IReadOnlyCollection<ContractId> ids) => Query
        .Where(contract => ids.Contains(contract.Id) && contract.ItemsState == ItemsState.Pending && contract.ClosedAt == null);
}
