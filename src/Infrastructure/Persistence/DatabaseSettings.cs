using Microsoft.Data.Sqlite;
using Npgsql;

namespace HangarBay.Infrastructure.Persistence;

/// <summary>
/// Which database this process uses, resolved once from configuration. <see cref="ConnectionString"/> may hold a
/// password: it is never logged.
/// </summary>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString, bool MigrateOnStartup)
{
    /// <summary>Nobody chose a database: the SQLite file of the default name is used.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The file's path, which configuration makes absolute; null on PostgreSQL.</summary>
    public string? File => Provider == DatabaseProvider.Sqlite ? new SqliteConnectionStringBuilder(ConnectionString).DataSource : null;

    /// <summary>A SQLite file that the connection string opens for reading alone.</summary>
    public bool IsReadOnly => Provider == DatabaseProvider.Sqlite && new SqliteConnectionStringBuilder(ConnectionString).Mode == SqliteOpenMode.ReadOnly;

    /// <summary>Where the database is, in words fit for a log line: no user, no password.</summary>
    public string Description => Provider == DatabaseProvider.Sqlite ? $"SQLite at {File}" : DescribePostgres();

    /// <summary>Without the connection string, so that no log line or exception tells it by accident.</summary>
    public override string ToString() => $"{Provider}";

    private string DescribePostgres()
    {
        var connection = new NpgsqlConnectionStringBuilder(ConnectionString);
        return FormattableString.Invariant($"PostgreSQL at {connection.Host}:{connection.Port}/{connection.Database}");
    }
}
