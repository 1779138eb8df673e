namespace HangarBay.Infrastructure.Persistence.Schema;

/// <summary>What <c>db status</c> tells.</summary>
/// <param name="Location">Engine and place, without a secret.</param>
/// <param name="ServerVersion">As the engine words it; null where there is no database file yet.</param>
/// <param name="Schema">Its migrations.</param>
/// <param name="Bytes">Size on disk.</param>
/// <param name="Tables">Rows by table, by name; empty while migrations are pending.</param>
public sealed record DatabaseReport(
    string Location, string? ServerVersion, SchemaState Schema, long Bytes, IReadOnlyList<TableRows> Tables);
