using HangarBay.Application.Contracts.ExportingContracts;

namespace HangarBay.WebApi.Exports;

/// <summary>The contracts to export, and the format.</summary>
internal sealed record ContractExport(ExportContracts Contracts, ExportFormat Format);
