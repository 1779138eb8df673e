namespace HangarBay.Infrastructure.Persistence.Schema;

/// <summary>The database's tables as migrations make them. Its exceptions are explained by <c>IDatabaseFaults</c>.</summary>
public interface IDatabaseSchema
{
    /// <summary>Which migrations were applied and which are still to come; writes nothing and creates no file.</summary>
    Task<SchemaState> ReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Applies what is pending, and returns it by name. Of several processes one migrates and the others wait for it, a
    /// minute at most; one that died in the middle blocks nobody.
    /// </summary>
    Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken);

    /// <summary>All migrations as SQL, for who applies them by hand; on PostgreSQL it may be run again at any time.</summary>
    string Script();

    /// <summary>What there is to tell about the database, its rows counted.</summary>
    Task<DatabaseReport> ReportAsync(CancellationToken cancellationToken);
}
