using HangarBay.Application.Contracts.ExportingContracts;

namespace HangarBay.WebApi.Exports;

/// <summary>Which contracts, and how they are written.</summary>
internal sealed record ContractExport(ExportContracts Contracts, ExportFormat Format);
