namespace HangarBay.Infrastructure.Persistence.Schema;

/// <summary>How many rows a table holds.</summary>
public sealed record TableRows(string Table, long Rows);
