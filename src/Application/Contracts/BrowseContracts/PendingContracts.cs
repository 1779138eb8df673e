using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>Contracts that wait for their lines and meet every filter that can be judged without them (B2).</summary>
public sealed class PendingContracts : MatchingContracts
{
    public PendingContracts(BrowseContracts query, DateTimeOffset marketInstant)
        : base(query.WithoutItems(), marketInstant, namedTypes: null)
    {
        Query.Where(contract => contract.ItemsState == ItemsState.Pending || contract.ItemsState == ItemsState.SetAside);
        if (query.ContractType is { } type) Query.Where(contract => contract.Type == type);
    }
}
