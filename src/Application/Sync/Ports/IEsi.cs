using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Sync.Ports;

/// <summary>
/// ESI, CCP's public API, as the sync needs it. Retries, both rate limiters and pauses happen behind this port.
/// Every call throws <see cref="EsiUnavailableException"/> once the bounded retries are spent.
/// </summary>
public interface IEsi
{
    /// <summary>
    /// One page of a region's list (<c>GET /contracts/public/{region_id}</c>), conditional where
    /// <paramref name="etag"/> is given.
    /// </summary>
    Task<ListPage> GetContractsAsync(RegionId region, int page, string? etag, CancellationToken cancellationToken);

    /// <summary>All lines of a contract (<c>GET /contracts/public/items/{contract_id}</c>), every page of them.</summary>
    Task<LinesAnswer> GetLinesAsync(ContractId contract, CancellationToken cancellationToken);

    /// <summary>All bids on an auction (<c>GET /contracts/public/bids/{contract_id}</c>); null where the contract is gone.</summary>
    Task<BidsAnswer?> GetBidsAsync(ContractId contract, CancellationToken cancellationToken);

    /// <summary>Every region's id (<c>GET /universe/regions</c>).</summary>
    Task<IReadOnlyList<RegionId>> GetRegionIdsAsync(CancellationToken cancellationToken);

    /// <summary>Null where ESI knows no such region (404).</summary>
    Task<Region?> GetRegionAsync(RegionId id, CancellationToken cancellationToken);

    /// <summary>Null where ESI knows no such system (404).</summary>
    Task<SolarSystem?> GetSystemAsync(SystemId id, CancellationToken cancellationToken);

    /// <summary>A station with its name and system; null where ESI knows none (404). Never ask for a structure.</summary>
    Task<Location?> GetStationAsync(LocationId id, CancellationToken cancellationToken);

    /// <summary>A type with its English name and without its category. Null where ESI knows none (404).</summary>
    Task<EsiType?> GetTypeAsync(TypeId id, CancellationToken cancellationToken);

    /// <summary>Null where ESI knows no such group (404).</summary>
    Task<EsiGroup?> GetGroupAsync(GroupId id, CancellationToken cancellationToken);

    /// <summary>Null where ESI knows no such category (404).</summary>
    Task<ItemCategory?> GetCategoryAsync(CategoryId id, CancellationToken cancellationToken);

    /// <summary>
    /// Names of characters and corporations (<c>POST /universe/names</c>), any number of ids; null for an id that ESI does not resolve. One
    /// such id fails a whole batch there, so batches are bisected. Where ESI becomes unavailable meanwhile, the answer holds what was
    /// settled before. Where nothing was settled, the call throws.
    /// </summary>
    Task<IReadOnlyDictionary<long, string?>> GetNamesAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>Whether <c>Esi:Contact</c> is set, which tells CCP whom to write to; without it real ESI is not asked.</summary>
    bool HasContact { get; }

    /// <summary>What answers at the configured address: <c>live</c>, or the sandbox's own description of itself (M11).</summary>
    Task<string> GetSourceAsync(CancellationToken cancellationToken);
}
