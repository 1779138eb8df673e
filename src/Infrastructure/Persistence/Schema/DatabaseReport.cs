namespace HangarBay.Infrastructure.Persistence.Schema;

/// <summary>The report of <c>db status</c>.</summary>
/// <param name="Location">The engine and the place of the database, without secrets.</param>
/// <param name="ServerVersion">The version as the engine words it; null if there is no database file yet.</param>
/// <param name="Schema">The database's migrations.</param>
/// <param name="Bytes">Size on disk.</param>
/// <param name="Tables">Number of rows of each table, ordered by name; empty while migrations are pending.</param>
public sealed record DatabaseReport(
    string Location, string? ServerVersion, SchemaState Schema, long Bytes, IReadOnlyList<TableRows> Tables);
