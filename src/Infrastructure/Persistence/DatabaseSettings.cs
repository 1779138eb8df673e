using Microsoft.Data.Sqlite;
using Npgsql;

namespace HangarBay.Infrastructure.Persistence;

/// <summary>
/// Which database this process uses, resolved once from configuration. <see cref="ConnectionString"/> may hold a
/// password: it is never logged.
/// </summary>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString, bool MigrateOnStartup)
{
    /// <summary>True if no setting names a database, so the SQLite file with the default name is used.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The path of the SQLite file, which configuration makes absolute; null on PostgreSQL.</summary>
    public string? File => Provider == DatabaseProvider.Sqlite ? new SqliteConnectionStringBuilder(ConnectionString).DataSource : null;

    /// <summary>Whether the connection string opens a SQLite file for reading only.</summary>
    public bool IsReadOnly => Provider == DatabaseProvider.Sqlite && new SqliteConnectionStringBuilder(ConnectionString).Mode == SqliteOpenMode.ReadOnly;

    /// <summary>The engine and the place of the database, fit for the log: no user, no password.</summary>
    public string Description => Provider == DatabaseProvider.Sqlite ? $"SQLite at {File}" : DescribePostgres();

    /// <summary>Omits the connection string, so that no log line or exception shows it by accident.</summary>
    public override string ToString() => $"{Provider}";

    private string DescribePostgres()
    {
        var connection = new NpgsqlConnectionStringBuilder(ConnectionString);
        return FormattableString.Invariant($"PostgreSQL at {connection.Host}:{connection.Port}/{connection.Database}");
    }
}
