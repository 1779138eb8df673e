using HangarBay.Application.Sync.Catalogue;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Sync.ReadItems;

/// <summary>
/// Answers that are stored together; null where ESI gave none. The types are those the reading knows so far. Where ESI is away, that
/// there is no answer says nothing about a contract.
/// </summary>
internal sealed record ItemsBatch(IReadOnlyDictionary<ContractId, ItemsAnswer?> Answers, KnownTypes Types, bool IsEsiAway = false);
