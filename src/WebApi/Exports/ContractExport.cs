using HangarBay.Application.Contracts.ExportContracts;

namespace HangarBay.WebApi.Exports;

/// <summary>Which contracts, and how they are written.</summary>
internal sealed record ContractExport(ExportContracts Contracts, ExportFormat Format);
