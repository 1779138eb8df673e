using HangarBay.Application.Abstractions;
using HangarBay.Infrastructure.Persistence.Bulk;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>One prepared statement, run once a row, in one transaction.</summary>
internal sealed class SqliteBulkWriter(HangarBayDbContext context) : IBulkWriter
{
    public async Task<int> UpsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0) return 0;
        if (context.Database.CurrentTransaction is { } current) return await WriteAsync(rows, current, cancellationToken);

        await using var own = await context.Database.BeginTransactionAsync(cancellationToken);
        var written = await WriteAsync(rows, own, cancellationToken);
        await own.CommitAsync(cancellationToken);
        return written;
    }

    private async Task<int> WriteAsync<T>(IReadOnlyCollection<T> rows, IDbContextTransaction transaction, CancellationToken cancellationToken)
        where T : class
    {
        var table = BulkTable.Of<T>(context);
        var places = string.Join(", ", table.Columns.Select((_, index) => $"@p{index}"));
        await using var command = (SqliteCommand)context.Database.GetDbConnection().CreateCommand();
        command.Transaction = (SqliteTransaction)transaction.GetDbTransaction();
        command.CommandText = $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({places}) {table.OnConflict}";
        for (var index = 0; index < table.Columns.Count; index++) command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{index}" });
        await command.PrepareAsync(cancellationToken);

        var written = 0;
        foreach (var row in table.LastOfEachKey(rows))
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var index = 0; index < table.Columns.Count; index++)
                command.Parameters[index].Value = table.Columns[index].ValueOf(row) ?? DBNull.Value;
            written += await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return written;
    }
}
