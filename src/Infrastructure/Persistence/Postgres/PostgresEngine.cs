using System.Data;
using System.Data.Common;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using HangarBay.Application.Abstractions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using static Npgsql.PostgresErrorCodes;

namespace HangarBay.Infrastructure.Persistence.Postgres;

/// <summary>PostgreSQL's queries and requirements, and its error codes as faults.</summary>
internal sealed partial class PostgresEngine(PostgresSessions sessions) : IEngine
{
    private const int OldestVersion = 15;

    public string VersionQuery => "SHOW server_version";

    public string SizeQuery => "SELECT pg_database_size(current_database())";

    public MigrationsSqlGenerationOptions ScriptOptions => MigrationsSqlGenerationOptions.Idempotent;

    // The server enforces its keys itself, and checks its pages by checksums if it is configured to.
    public IReadOnlyList<(string Says, string Sql)> OwnChecks => [];

    public async Task<string?> FindLackAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (!await sessions.AreOwnAsync((NpgsqlConnection)connection)) return PostgresSessions.Shared;
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT current_setting('server_version_num')::int, current_setting('server_encoding')";
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return FindLack(row.GetInt32(0) / 10_000, row.GetString(1));
    }

    internal static string? FindLack(int version, string encoding) =>
        version < OldestVersion ? $"The server is PostgreSQL {version}; version {OldestVersion} or newer is needed."
        : encoding != "UTF8" ? $"The database's encoding is {encoding}; UTF8 is needed (CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0)."
        : null;

    public async Task<IDbContextTransaction> BeginSnapshotAsync(HangarBayDbContext context, CancellationToken cancellationToken)
    {
        var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await context.Database.ExecuteSqlRawAsync("SET TRANSACTION READ ONLY", cancellationToken);
        return transaction;
    }

    public bool IsDuplicateKey(Exception exception) => exception is PostgresException { SqlState: UniqueViolation };

    public bool IsPassing(Exception exception) =>
        exception is PostgresException { SqlState: DeadlockDetected or SerializationFailure or LockNotAvailable }
            // Another transaction held a row for longer than the command's time-out.
            or NpgsqlException { InnerException: TimeoutException };

    public DatabaseFault? Explain(Exception exception) => exception switch
    {
        PostgresException { SqlState: UndefinedTable or UndefinedColumn } =>
            new(DatabaseFaultKind.NotMigrated, "The database's tables are not those of this version; run \"db migrate\"."),
        PostgresException { SqlState: ReadOnlySqlTransaction or InsufficientPrivilege } =>
            new(DatabaseFaultKind.ReadOnly, "The database does not allow writing."),
        PostgresException { SqlState: DiskFull } => new(DatabaseFaultKind.Full, "The database's disk is full."),
        PostgresException { SqlState: InvalidPassword or InvalidAuthorizationSpecification } =>
            new(DatabaseFaultKind.Unavailable, "The database refuses the user name or password."),
        PostgresException { SqlState: InvalidCatalogName } => new(DatabaseFaultKind.Unavailable, "The database does not exist."),
        PostgresException { SqlState: QueryCanceled } => new(DatabaseFaultKind.Unavailable, "The database took too long to answer."),
        PostgresException { SqlState: ProtocolViolation } refused when StartUpParameter().Match(refused.MessageText) is { Success: true } parameter =>
            new(DatabaseFaultKind.Unsuitable, DescribeRefusal(parameter.Groups[1].Value)),
        PostgresException postgres when IsAway(postgres.SqlState) => new(DatabaseFaultKind.Unavailable, "The database is not ready."),
        NpgsqlException { InnerException: TimeoutException } => new(DatabaseFaultKind.Unavailable, "The database took too long to answer."),
        PostgresException => null,
        NpgsqlException => new(DatabaseFaultKind.Unavailable, "The database cannot be reached."),
        SocketException => new(DatabaseFaultKind.Unavailable, "The database cannot be reached."),
        _ => null,
    };

    private static string DescribeRefusal(string parameter) =>
        $"A pooler in front of the database refuses the start-up parameter \"{parameter}\"; set the pooler to ignore it (PgBouncer: ignore_startup_parameters = {parameter}).";

    /// <summary>Matches PgBouncer's message for a refused start-up parameter.</summary>
    [GeneratedRegex("^unsupported startup parameter: ([a-zA-Z_.]{1,63})")]
    private static partial Regex StartUpParameter();

    private static bool IsAway(string state) =>
        state is AdminShutdown or CrashShutdown or CannotConnectNow or TooManyConnections || state.StartsWith("08", StringComparison.Ordinal);
}
