using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>One page of the matches, sorted; ties by id in the direction of the sort, so that paging shows every row once (B8).</summary>
public sealed class ContractPageSpec : MatchingContracts
{
    public ContractPageSpec(BrowseContracts query, DateTimeOffset marketInstant, IReadOnlyList<TypeId>? namedTypes)
        : base(query, marketInstant, namedTypes)
    {
        if (query.ContractType is { } type) Query.Where(contract => contract.Type == type);
        if (query.IsShipContract is { } isShip) Query.Where(contract => contract.IsShipContract == isShip);
        if (query.NeedsItems()) Query.Where(contract => contract.ItemsState == ItemsState.Read || contract.ItemsState == ItemsState.None);

        Sort(query.SortBy, query.SortDirection == SortDirection.Desc);
        Query.Skip(query.Size * (query.Page - 1)).Take(query.Size);
    }

    private void Sort(ContractSort by, bool descending)
    {
        _ = by switch
        {
            ContractSort.DateIssued => descending
                ? Query.OrderByDescending(contract => contract.DateIssued)
                : Query.OrderBy(contract => contract.DateIssued),
            ContractSort.DateExpired => descending
                ? Query.OrderByDescending(contract => contract.DateExpired)
                : Query.OrderBy(contract => contract.DateExpired),
            ContractSort.Price => Query.OrderNullsLast(contract => contract.CurrentBid ?? contract.Price, descending),
            ContractSort.Buyout => Query.OrderNullsLast(contract => contract.Buyout, descending),
            ContractSort.Collateral => Query.OrderNullsLast(contract => contract.Collateral, descending),
            ContractSort.Reward => Query.OrderNullsLast(contract => contract.Reward, descending),
            ContractSort.RewardPerVolume => Query.OrderNullsLast(contract => contract.RewardPerVolume, descending),
            ContractSort.Volume => Query.OrderNullsLast(contract => contract.Volume, descending),
            ContractSort.DaysToComplete => Query.OrderNullsLast(contract => contract.DaysToComplete, descending),
            ContractSort.ShipName => Query.OrderNullsLast(contract => contract.ShipName, descending),
            _ => throw new ArgumentOutOfRangeException(nameof(by), by, "No such sort key."),
        };
        _ = descending ? Query.ThenByDescending(contract => contract.Id) : Query.ThenBy(contract => contract.Id);
    }
}
