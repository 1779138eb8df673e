using HangarBay.Application.Abstractions;
using HangarBay.Infrastructure.Persistence.Bulk;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>One prepared statement, run once a row, in one transaction.</summary>
internal sealed class SqliteBulkWriter(HangarBayDbContext context, IEngine engine) : IBulkWriter
{
    public Task<int> UpsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var table = BulkTable<T>.Of(context);
        return InTransactionAsync(table, table.LastOfEachKey(rows), table.OnConflict, cancellationToken);
    }

    public async Task<int> InsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await InTransactionAsync(BulkTable<T>.Of(context), rows, onConflict: "", cancellationToken);
        }
        catch (SqliteException exception) when (engine.IsDuplicateKey(exception))
        {
            throw new AlreadyExistsException(exception);
        }
    }

    private async Task<int> InTransactionAsync<T>(
        BulkTable<T> table, IReadOnlyCollection<T> rows, string onConflict, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0) return 0;
        if (context.Database.CurrentTransaction is not null) return Write(table, rows, onConflict, cancellationToken);

        await using var own = await context.Database.BeginTransactionAsync(cancellationToken);
        var written = Write(table, rows, onConflict, cancellationToken);
        await own.CommitAsync(cancellationToken);
        return written;
    }

    /// <summary>Past ADO.NET: its boxed parameters would take longer than SQLite takes to write the row.</summary>
    private int Write<T>(BulkTable<T> table, IReadOnlyCollection<T> rows, string onConflict, CancellationToken cancellationToken)
        where T : class
    {
        var bind = SqliteRowBinder.For(table);
        var database = ((SqliteConnection)context.Database.GetDbConnection()).Handle!;
        var places = string.Join(", ", table.Columns.Select((_, index) => $"?{index + 1}"));
        var sql = $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({places}) {onConflict}";
        Check(raw.sqlite3_prepare_v2(database, sql, out var statement), database);
        using (statement)
        {
            var before = raw.sqlite3_total_changes(database);
            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                bind(statement, row);
                var result = raw.sqlite3_step(statement);
                if (result != raw.SQLITE_DONE) Check(result, database);
                raw.sqlite3_reset(statement);
            }

            return raw.sqlite3_total_changes(database) - before;
        }
    }

    private static void Check(int result, sqlite3 database)
    {
        if (result != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(result, database);
    }
}
