namespace HangarBay.Infrastructure.Persistence.Schema;

/// <summary>The database's tables as migrations make them. <c>IDatabaseFaults</c> explains its exceptions.</summary>
public interface IDatabaseSchema
{
    /// <summary>Reads which migrations are applied and which are pending. Writes nothing and creates no file.</summary>
    Task<SchemaState> ReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Applies the pending migrations and returns their names. If several processes call it, one migrates and the others wait for it, at
    /// most a minute. A process that died during a migration blocks no other.
    /// </summary>
    Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken);

    /// <summary>All migrations as SQL, for applying them by hand. On PostgreSQL the script may be run again at any time.</summary>
    string Script();

    /// <summary>A report about the database, with the number of rows of each table.</summary>
    Task<DatabaseReport> ReportAsync(CancellationToken cancellationToken);
}
