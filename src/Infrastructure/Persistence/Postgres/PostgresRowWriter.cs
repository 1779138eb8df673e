using System.Linq.Expressions;
using HangarBay.Infrastructure.Persistence.Bulk;
using Npgsql;

namespace HangarBay.Infrastructure.Persistence.Postgres;

/// <summary>Writes every column of a row to a binary <c>COPY</c>, compiled once a table.</summary>
internal static class PostgresRowWriter
{
    public static Action<NpgsqlBinaryImporter, T> For<T>(BulkTable<T> table)
        where T : class =>
        (Action<NpgsqlBinaryImporter, T>)(table.Compiled ??= Compile(table));

    private static Action<NpgsqlBinaryImporter, T> Compile<T>(BulkTable<T> table)
        where T : class
    {
        var copy = Expression.Parameter(typeof(NpgsqlBinaryImporter));
        var row = Expression.Parameter(typeof(T));
        var writes = table.Columns.Select(column => column.Write(
            row,
            value => Expression.Call(
                copy, nameof(NpgsqlBinaryImporter.Write), [value.Type], value, Expression.Constant(column.Mapping.StoreTypeNameBase)),
            Expression.Call(copy, nameof(NpgsqlBinaryImporter.WriteNull), null)));
        return Expression.Lambda<Action<NpgsqlBinaryImporter, T>>(Expression.Block(typeof(void), writes), copy, row).Compile();
    }
}
