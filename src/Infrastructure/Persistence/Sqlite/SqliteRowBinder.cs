using System.Linq.Expressions;
using HangarBay.Infrastructure.Persistence.Bulk;
using SQLitePCL;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Binds columns of a row to the parameters of a statement, in their order. The code is compiled once for each table and choice of columns.
/// </summary>
internal static class SqliteRowBinder
{
    public static Action<sqlite3_stmt, T> For<T>(BulkTable<T> table, IReadOnlyList<BulkColumn> columns)
        where T : class =>
        table.Compiled(columns, () => Compile<T>(columns));

    private static Action<sqlite3_stmt, T> Compile<T>(IReadOnlyList<BulkColumn> columns)
    {
        var statement = Expression.Parameter(typeof(sqlite3_stmt));
        var row = Expression.Parameter(typeof(T));
        var binds = columns.Select((column, index) => column.Write(
            row,
            value => Bind(statement, index + 1, value),
            Expression.Call(typeof(raw), nameof(raw.sqlite3_bind_null), null, statement, Expression.Constant(index + 1))));
        return Expression.Lambda<Action<sqlite3_stmt, T>>(Expression.Block(typeof(void), binds), statement, row).Compile();
    }

    private static MethodCallExpression Bind(Expression statement, int place, Expression value)
    {
        var (method, stored) = value.Type switch
        {
            var type when type == typeof(string) => (nameof(raw.sqlite3_bind_text), value),
            var type when type == typeof(double) => (nameof(raw.sqlite3_bind_double), value),
            var type when type == typeof(bool) => (nameof(raw.sqlite3_bind_int), Expression.Condition(value, Expression.Constant(1), Expression.Constant(0))),
            var type when type == typeof(int) || type == typeof(long) => (nameof(raw.sqlite3_bind_int64), Expression.Convert(value, typeof(long))),
            var type => throw new NotSupportedException($"{type} is not written in bulk."),
        };
        return Expression.Call(typeof(raw), method, null, statement, Expression.Constant(place), stored);
    }
}
