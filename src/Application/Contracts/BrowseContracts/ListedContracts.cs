using HangarBay.Application.Abstractions;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>The contracts that <see cref="ContractPage.Total"/> counts: no filter is lifted, and what waits for its lines is left out where they are asked for.</summary>
public class ListedContracts : MatchingContracts
{
    public ListedContracts(BrowseContracts query, DateTimeOffset marketInstant, IReadOnlyList<TypeId>? namedTypes)
        : base(query, marketInstant, namedTypes)
    {
        if (query.ContractType is { } type) Query.Where(contract => contract.Type == type);
        // In so many words, by which an index of ships alone is found.
        if (query.IsShipContract == true) Query.Where(contract => contract.IsShipContract);
        if (query.IsShipContract == false) Query.Where(contract => !contract.IsShipContract);
        if (query.NeedsItems()) Query.Where(contract => contract.ItemsState == ItemsState.Read || contract.ItemsState == ItemsState.None);
    }
}

/// <summary>Those that only their unknown system keeps out (B6).</summary>
public sealed class ContractsOfUnknownSystem : ListedContracts
{
    public ContractsOfUnknownSystem(BrowseContracts query, DateTimeOffset marketInstant, IReadOnlyList<TypeId>? namedTypes)
        : base(query with { SystemIds = [] }, marketInstant, namedTypes) =>
        Query.WhereNotAmong(contract => contract.StartLocationId, new PlacesOfKnownSystem());
}
