using HangarBay.Application.Sync.Catalogue;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Sync.ReadItems;

/// <summary>Answers that are stored together; null where ESI gave none. The types are those the reading knows so far.</summary>
internal sealed record ItemsBatch(IReadOnlyDictionary<ContractId, ItemsAnswer?> Answers, KnownTypes Types);
