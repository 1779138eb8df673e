using HangarBay.Application.Abstractions;
using HangarBay.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HangarBay.Infrastructure.Persistence.Postgres;

/// <summary>Binary <c>COPY</c> into a temporary table, then one <c>INSERT … ON CONFLICT</c>.</summary>
internal sealed class PostgresBulkWriter(HangarBayDbContext context) : IBulkWriter
{
    public async Task<int> UpsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0) return 0;
        if (context.Database.CurrentTransaction is not null) return await WriteAsync(rows, cancellationToken);

        await using var own = await context.Database.BeginTransactionAsync(cancellationToken);
        var written = await WriteAsync(rows, cancellationToken);
        await own.CommitAsync(cancellationToken);
        return written;
    }

    private async Task<int> WriteAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var table = BulkTable.Of<T>(context);
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        await ExecuteAsync(connection, "CREATE TEMPORARY TABLE bulk_rows ON COMMIT DROP AS " +
            $"SELECT {table.ColumnList} FROM {table.Name} WITH NO DATA", cancellationToken);
        await CopyAsync(connection, table, rows, cancellationToken);
        var written = await ExecuteAsync(connection, $"INSERT INTO {table.Name} ({table.ColumnList}) " +
            $"SELECT {table.ColumnList} FROM bulk_rows {table.OnConflict}", cancellationToken);
        await ExecuteAsync(connection, "DROP TABLE bulk_rows", cancellationToken);
        return written;
    }

    private static async Task CopyAsync<T>(
        NpgsqlConnection connection, BulkTable table, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var types = table.Columns.Select(column => column.Mapping.StoreTypeNameBase).ToArray();
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY bulk_rows ({table.ColumnList}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            for (var index = 0; index < types.Length; index++)
            {
                var value = table.Columns[index].ValueOf(row);
                if (value is null) await copy.WriteNullAsync(cancellationToken);
                else await copy.WriteAsync(value, types[index], cancellationToken);
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
