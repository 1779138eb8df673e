using HangarBay.Application.Abstractions;
using HangarBay.Application.Market.Ports;
using HangarBay.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HangarBay.Infrastructure.Persistence.Postgres;

/// <summary>
/// Writes by binary <c>COPY</c>. New rows go into their table. Other rows go into a temporary table, and from there by
/// <c>INSERT … ON CONFLICT</c> or <c>UPDATE</c> into their table.
/// </summary>
internal sealed class PostgresBulkWriter(HangarBayDbContext context, IEngine engine) : IBulkWriter
{
    public Task<int> UpsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var table = BulkTable<T>.Of(context);
        return StagedAsync(
            table, table.Columns, $"INSERT INTO {table.Name} ({table.ColumnList}) SELECT {table.ColumnList} FROM bulk_rows {table.OnConflict}",
            table.LastOfEachKey(rows), cancellationToken);
    }

    public async Task<int> InsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var table = BulkTable<T>.Of(context);
        try
        {
            return await InTransactionAsync(
                rows, connection => CopyAsync(connection, table.Name, table, table.Columns, rows, cancellationToken), cancellationToken);
        }
        catch (PostgresException exception) when (engine.IsDuplicateKey(exception))
        {
            throw new AlreadyExistsException(exception);
        }
    }

    public Task<int> UpdateAsync<T>(IReadOnlyCollection<T> rows, IReadOnlyCollection<string> properties, CancellationToken cancellationToken)
        where T : class
    {
        var table = BulkTable<T>.Of(context);
        var columns = table.KeysAnd(properties);
        var assignments = string.Join(", ", columns.Where(column => !column.IsKey).Select(column => $"{column.Name} = bulk_rows.{column.Name}"));
        var keys = string.Join(" AND ", table.Keys.Select(column => $"{table.Name}.{column.Name} = bulk_rows.{column.Name}"));
        return StagedAsync(
            table, columns, $"UPDATE {table.Name} SET {assignments} FROM bulk_rows WHERE {keys}", table.LastOfEachKey(rows), cancellationToken);
    }

    /// <summary>Copies the rows into a temporary table with these columns, then runs the statement.</summary>
    private Task<int> StagedAsync<T>(
        BulkTable<T> table, IReadOnlyList<BulkColumn> columns, string sql, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class => InTransactionAsync(
        rows,
        async connection =>
        {
            await ExecuteAsync(connection, "CREATE TEMPORARY TABLE bulk_rows ON COMMIT DROP AS " +
                $"SELECT {BulkTable<T>.List(columns)} FROM {table.Name} WITH NO DATA", cancellationToken);
            await CopyAsync(connection, "bulk_rows", table, columns, rows, cancellationToken);
            var written = await ExecuteAsync(connection, sql, cancellationToken);
            await ExecuteAsync(connection, "DROP TABLE bulk_rows", cancellationToken);
            return written;
        },
        cancellationToken);

    private async Task<int> InTransactionAsync<T>(
        IReadOnlyCollection<T> rows, Func<NpgsqlConnection, Task<int>> write, CancellationToken cancellationToken)
    {
        if (rows.Count == 0) return 0;
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        if (context.Database.CurrentTransaction is not null) return await write(connection);

        await using var own = await context.Database.BeginTransactionAsync(cancellationToken);
        var written = await write(connection);
        await own.CommitAsync(cancellationToken);
        return written;
    }

    private static async Task<int> CopyAsync<T>(
        NpgsqlConnection connection,
        string into,
        BulkTable<T> table,
        IReadOnlyList<BulkColumn> columns,
        IReadOnlyCollection<T> rows,
        CancellationToken cancellationToken)
        where T : class
    {
        var write = PostgresRowWriter.For(table, columns);
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY {into} ({BulkTable<T>.List(columns)}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await copy.StartRowAsync(cancellationToken);
            write(copy, row);
        }

        return (int)await copy.CompleteAsync(cancellationToken);
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
