using HangarBay.Application.Abstractions;
using HangarBay.Application.Market.Ports;
using HangarBay.Domain.Catalogue;

namespace HangarBay.Application.Market;

/// <summary>Where the market's writer reads and writes rows.</summary>
internal sealed record MarketStore(
    IMarketContracts Contracts, IReadRepository<ItemType> Types, IBulkWriter Bulk);
