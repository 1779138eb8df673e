using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Sync.ReadItems;

/// <summary>
/// Answers that are stored together; null where ESI gave none. While ESI is away, a missing answer says nothing about the contract.
/// </summary>
internal sealed record ItemsBatch(IReadOnlyDictionary<ContractId, ItemsAnswer?> Answers, bool IsEsiAway = false);
