using HangarBay.Application.Contracts.BrowseContracts;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Contracts.ExportContracts;

/// <summary>The next few matches by id: each batch goes on where the last one ended, whatever came or went meanwhile.</summary>
public sealed class ExportBatch : ListedContracts
{
    /// <param name="query">The filters.</param>
    /// <param name="marketInstant">See B1.</param>
    /// <param name="namedTypes">The types whose name the search found; null where nothing is searched.</param>
    /// <param name="after">The last one had; null: from the first.</param>
    /// <param name="size">How many at most.</param>
    public ExportBatch(
        BrowseContracts.BrowseContracts query, DateTimeOffset marketInstant, IReadOnlyList<TypeId>? namedTypes, ContractId? after, int size)
        : base(query, marketInstant, namedTypes)
    {
        if (after is { } last) Query.Where(contract => contract.Id > last);
        Query.OrderBy(contract => contract.Id).Take(size);
    }
}
