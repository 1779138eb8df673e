namespace HangarBay.Infrastructure.Persistence.Schema;

/// <summary>The number of rows of a table.</summary>
public sealed record TableRows(string Table, long Rows);
