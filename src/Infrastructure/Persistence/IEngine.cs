using System.Data.Common;
using HangarBay.Application.Abstractions;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace HangarBay.Infrastructure.Persistence;

/// <summary>What the two engines say and do differently, told once for each in its own folder.</summary>
internal interface IEngine
{
    /// <summary>One text: the server's version.</summary>
    string VersionQuery { get; }

    /// <summary>One number: the bytes the database takes.</summary>
    string SizeQuery { get; }

    /// <summary>How its migrations are written down as SQL.</summary>
    MigrationsSqlGenerationOptions ScriptOptions { get; }

    /// <summary>What the engine itself can check: what should be true, and a query with one text a violation, in column "Value".</summary>
    IReadOnlyList<(string Says, string Sql)> OwnChecks { get; }

    /// <summary>What the database lacks that this program needs, as a sentence; null: nothing.</summary>
    Task<string?> FindLackAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Everything read until it is disposed is of one instant, and no writer waits for it.</summary>
    Task<IDbContextTransaction> BeginSnapshotAsync(HangarBayDbContext context, CancellationToken cancellationToken);

    /// <summary>A unique or primary key refused a row.</summary>
    bool IsDuplicateKey(Exception exception);

    /// <summary>A fault that may be gone on the next try of the whole transaction: a deadlock, a lock held too long.</summary>
    bool IsPassing(Exception exception);

    /// <summary>Null where the exception is none of the engine's.</summary>
    DatabaseFault? Explain(Exception exception);
}
