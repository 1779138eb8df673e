using HangarBay.Application.Contracts.BrowsingContracts;

namespace HangarBay.WebApi.Exports;

/// <summary>The contracts to export, and the format.</summary>
internal sealed record ContractExport(BrowseContracts Filters, ExportFormat Format);
