using System.Data.Common;
using HangarBay.Application.Abstractions;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace HangarBay.Infrastructure.Persistence;

/// <summary>The differences between the two engines. Each engine has one implementation, in its own folder.</summary>
internal interface IEngine
{
    /// <summary>A query for one text: the server's version.</summary>
    string VersionQuery { get; }

    /// <summary>A query for one number: the size of the database in bytes.</summary>
    string SizeQuery { get; }

    /// <summary>The options for writing its migrations as an SQL script.</summary>
    MigrationsSqlGenerationOptions ScriptOptions { get; }

    /// <summary>The engine's own checks: what should be true, and a query with one text for each violation, in column "Value".</summary>
    IReadOnlyList<(string Says, string Sql)> OwnChecks { get; }

    /// <summary>A requirement of this program that the database does not meet, as a sentence; null if it meets all.</summary>
    Task<string?> FindLackAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Begins a snapshot. Everything read until it is disposed is of one instant, and no writer waits for it.</summary>
    Task<IDbContextTransaction> BeginSnapshotAsync(HangarBayDbContext context, CancellationToken cancellationToken);

    /// <summary>Whether a unique or primary key refused a row.</summary>
    bool IsDuplicateKey(Exception exception);

    /// <summary>Whether a retry of the whole transaction may succeed: after a deadlock, or a lock that was held too long.</summary>
    bool IsPassing(Exception exception);

    /// <summary>The fault behind an exception; null if the exception is not the engine's, or not a fault that it knows.</summary>
    DatabaseFault? Explain(Exception exception);
}
