using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Sync.ReadingLines;

/// <summary>
/// Answers that are stored together; null where ESI gave none. While ESI is unavailable, a missing answer says nothing about the contract.
/// </summary>
internal sealed record LinesBatch(IReadOnlyDictionary<ContractId, LinesAnswer?> Answers, bool IsEsiAway = false);
