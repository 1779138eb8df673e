using System.Data.Common;
using HangarBay.Application.Abstractions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using static SQLitePCL.raw;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>SQLite's queries and checks, and its result codes as faults.</summary>
internal sealed class SqliteEngine(DatabaseSettings settings) : IEngine
{
    public string VersionQuery => "SELECT sqlite_version()";

    public string SizeQuery => "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";

    // SQLite has no conditional statements, so a script that may be run twice is not possible.
    public MigrationsSqlGenerationOptions ScriptOptions => MigrationsSqlGenerationOptions.Default;

    public IReadOnlyList<(string Says, string Sql)> OwnChecks { get; } =
    [
        ("The file is whole.", "SELECT integrity_check AS \"Value\" FROM pragma_integrity_check WHERE integrity_check <> 'ok'"),
        ("Foreign keys hold.", "SELECT \"table\" || ' ' || ifnull(rowid, '') || ' without its ' || parent AS \"Value\" FROM pragma_foreign_key_check"),
    ];

    /// <summary>Never finds anything, as the SQLite library comes with the program.</summary>
    public Task<string?> FindLackAsync(DbConnection connection, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public async Task<IDbContextTransaction> BeginSnapshotAsync(HangarBayDbContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        // EF's own method begins a write transaction, and SQLite allows only one writer.
        var transaction = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await context.Database.UseTransactionAsync(transaction, cancellationToken))!;
    }

    public bool IsDuplicateKey(Exception exception) => exception is SqliteException
    {
        SqliteExtendedErrorCode: SQLITE_CONSTRAINT_PRIMARYKEY or SQLITE_CONSTRAINT_UNIQUE,
    };

    public bool IsPassing(Exception exception) => exception is SqliteException { SqliteErrorCode: SQLITE_BUSY or SQLITE_LOCKED };

    public DatabaseFault? Explain(Exception exception) => exception is not SqliteException sqlite ? null : sqlite.SqliteErrorCode switch
    {
        SQLITE_READONLY => new(DatabaseFaultKind.ReadOnly, "The database file is read-only."),
        SQLITE_FULL => new(DatabaseFaultKind.Full, "The database file is full, or its disk is."),
        SQLITE_BUSY or SQLITE_LOCKED => new(DatabaseFaultKind.Unavailable, "The database file is in use by another writer."),
        SQLITE_INTERRUPT => new(DatabaseFaultKind.Unavailable, "The database took too long to answer."),
        SQLITE_CANTOPEN when !File.Exists(settings.File) => new(DatabaseFaultKind.NotMigrated, "There is no database file yet; run \"db migrate\"."),
        SQLITE_CANTOPEN => new(DatabaseFaultKind.Unavailable, "The database file cannot be opened."),
        SQLITE_IOERR => new(DatabaseFaultKind.Unavailable, "The database file cannot be read or written."),
        SQLITE_CORRUPT or SQLITE_NOTADB => new(DatabaseFaultKind.Unavailable, "The database file is damaged or no SQLite database."),
        SQLITE_ERROR when sqlite.Message.Contains("no such table", StringComparison.Ordinal)
            || sqlite.Message.Contains("no such column", StringComparison.Ordinal) =>
            new(DatabaseFaultKind.NotMigrated, "The database's tables are not those of this version; run \"db migrate\"."),
        _ => null,
    };
}
