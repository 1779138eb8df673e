using HangarBay.Application.Abstractions;
using HangarBay.Application.Market.Ports;
using HangarBay.Infrastructure.Persistence.Bulk;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>Writes rows by one prepared statement, which runs once for each row, in one transaction.</summary>
internal sealed class SqliteBulkWriter(HangarBayDbContext context, IEngine engine) : IBulkWriter
{
    public Task<int> UpsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var table = BulkTable<T>.Of(context);
        return WriteAsync(table, table.Columns, $"{Insert(table)} {table.OnConflict}", table.LastOfEachKey(rows), cancellationToken);
    }

    public async Task<int> InsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var table = BulkTable<T>.Of(context);
        try
        {
            return await WriteAsync(table, table.Columns, Insert(table), rows, cancellationToken);
        }
        catch (SqliteException exception) when (engine.IsDuplicateKey(exception))
        {
            throw new AlreadyExistsException(exception);
        }
    }

    public Task<int> UpdateAsync<T>(IReadOnlyCollection<T> rows, IReadOnlyCollection<string> properties, CancellationToken cancellationToken)
        where T : class
    {
        var table = BulkTable<T>.Of(context);
        var columns = table.KeysAnd(properties);
        var places = columns.Select((column, index) => (column.IsKey, Text: $"{column.Name} = ?{index + 1}")).ToLookup(place => place.IsKey, place => place.Text);
        var sql = $"UPDATE {table.Name} SET {string.Join(", ", places[false])} WHERE {string.Join(" AND ", places[true])}";
        return WriteAsync(table, columns, sql, table.LastOfEachKey(rows), cancellationToken);
    }

    private static string Insert<T>(BulkTable<T> table)
        where T : class =>
        $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select((_, index) => $"?{index + 1}"))})";

    private async Task<int> WriteAsync<T>(
        BulkTable<T> table, IReadOnlyList<BulkColumn> columns, string sql, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0) return 0;
        var bind = SqliteRowBinder.For(table, columns);
        if (context.Database.CurrentTransaction is not null) return Write(sql, bind, rows, cancellationToken);

        await using var own = await context.Database.BeginTransactionAsync(cancellationToken);
        var written = Write(sql, bind, rows, cancellationToken);
        await own.CommitAsync(cancellationToken);
        return written;
    }

    /// <summary>Calls SQLite without ADO.NET, whose boxed parameters would take longer than SQLite takes to write the row.</summary>
    private int Write<T>(string sql, Action<sqlite3_stmt, T> bind, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
    {
        var database = ((SqliteConnection)context.Database.GetDbConnection()).Handle!;
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
