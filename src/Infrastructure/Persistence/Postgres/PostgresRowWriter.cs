using System.Linq.Expressions;
using HangarBay.Infrastructure.Persistence.Bulk;
using Npgsql;

namespace HangarBay.Infrastructure.Persistence.Postgres;

/// <summary>
/// Writes columns of a row to a binary <c>COPY</c>, in their order. The code is compiled once for each table and choice of columns.
/// </summary>
internal static class PostgresRowWriter
{
    public static Action<NpgsqlBinaryImporter, T> For<T>(BulkTable<T> table, IReadOnlyList<BulkColumn> columns)
        where T : class =>
        table.Compiled(columns, () => Compile<T>(columns));

    private static Action<NpgsqlBinaryImporter, T> Compile<T>(IReadOnlyList<BulkColumn> columns)
    {
        var copy = Expression.Parameter(typeof(NpgsqlBinaryImporter));
        var row = Expression.Parameter(typeof(T));
        var writes = columns.Select(column => column.Write(
            row,
            value => Expression.Call(
                copy, nameof(NpgsqlBinaryImporter.Write), [value.Type], value, Expression.Constant(column.Mapping.StoreTypeNameBase)),
            Expression.Call(copy, nameof(NpgsqlBinaryImporter.WriteNull), null)));
        return Expression.Lambda<Action<NpgsqlBinaryImporter, T>>(Expression.Block(typeof(void), writes), copy, row).Compile();
    }
}
