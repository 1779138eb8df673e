using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using HangarBay.Domain.Market;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HangarBay.Infrastructure.Persistence.Bulk;

/// <summary>A table as EF's model maps it, so that bulk writing and EF always agree on the columns.</summary>
internal sealed class BulkTable<T>
    where T : class
{
    // Keyed by the model's own object: each engine has its own model, and an entry lives only as long as its model.
    private static readonly ConditionalWeakTable<IEntityType, BulkTable<T>> Known = [];

    private readonly ConcurrentDictionary<string, object> _compiled = [];
    private readonly Func<T, object> _keyOf;

    private BulkTable(IEntityType entityType)
    {
        var table = entityType.GetTableName() ?? throw new InvalidOperationException($"{entityType.Name} has no table.");
        var store = StoreObjectIdentifier.Table(table);
        Name = $"\"{table}\"";
        Columns = [.. entityType.GetProperties().Select(property => new BulkColumn(property, property.GetColumnName(store)!))];
        _keyOf = CompileKey([.. Keys]);
    }

    public string Name { get; }

    public IReadOnlyList<BulkColumn> Columns { get; }

    /// <summary>The columns' names, separated by commas.</summary>
    public string ColumnList => List(Columns);

    public IEnumerable<BulkColumn> Keys => Columns.Where(column => column.IsKey);

    /// <summary>
    /// The clause for a row whose key exists already. It overwrites the stored row only if a column other than its stamp differs, as the
    /// stamp tells the version in which another column changed.
    /// </summary>
    public string OnConflict
    {
        get
        {
            var keys = string.Join(", ", Keys.Select(column => column.Name));
            var others = Columns.Where(column => !column.IsKey).ToList();
            if (others.Count == 0) return $"ON CONFLICT ({keys}) DO NOTHING";
            var assignments = string.Join(", ", others.Select(column => $"{column.Name} = excluded.{column.Name}"));
            var compared = others.Where(column => column.Property != nameof(IFollowed.ChangedIn)).Select(column => column.Name).ToList();
            var stored = string.Join(", ", compared.Select(name => $"{Name}.{name}"));
            var offered = string.Join(", ", compared.Select(name => $"excluded.{name}"));
            return $"ON CONFLICT ({keys}) DO UPDATE SET {assignments} WHERE ({stored}) IS DISTINCT FROM ({offered})";
        }
    }

    /// <summary>The columns of the key, and those of the given properties.</summary>
    public IReadOnlyList<BulkColumn> KeysAnd(IReadOnlyCollection<string> properties)
    {
        var unknown = properties.Except(Columns.Select(column => column.Property)).FirstOrDefault();
        if (unknown is not null) throw new ArgumentException($"{unknown} is no column of {Name}.", nameof(properties));
        return [.. Columns.Where(column => column.IsKey || properties.Contains(column.Property))];
    }

    /// <summary>The writer that the engine compiled for these columns; it is compiled once for each model.</summary>
    public TWriter Compiled<TWriter>(IReadOnlyList<BulkColumn> columns, Func<TWriter> compile)
        where TWriter : class =>
        (TWriter)_compiled.GetOrAdd(List(columns), _ => compile());

    /// <summary>The columns' names, separated by commas.</summary>
    public static string List(IEnumerable<BulkColumn> columns) => string.Join(", ", columns.Select(column => column.Name));

    /// <summary>
    /// The last row of each key. PostgreSQL refuses a key that comes twice in a statement, and SQLite would write it twice.
    /// </summary>
    public IReadOnlyCollection<T> LastOfEachKey(IReadOnlyCollection<T> rows)
    {
        var last = new Dictionary<object, T>(rows.Count);
        foreach (var row in rows) last[_keyOf(row)] = row;
        return last.Count == rows.Count ? rows : last.Values;
    }

    public static BulkTable<T> Of(DbContext context) => Known.GetValue(
        context.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T)} is not of the model."),
        entityType => new BulkTable<T>(entityType));

    private static Func<T, object> CompileKey(BulkColumn[] keys)
    {
        var row = Expression.Parameter(typeof(T));
        var values = Array.ConvertAll(keys, key => key.KeyOf(row));
        var key = values.Length == 1 ? values[0] : Tuple(values);
        return Expression.Lambda<Func<T, object>>(Expression.Convert(key, typeof(object)), row).Compile();
    }

    private static NewExpression Tuple(Expression[] values)
    {
        var types = Array.ConvertAll(values, value => value.Type);
        var tuple = types.Length switch
        {
            2 => typeof(ValueTuple<,>),
            3 => typeof(ValueTuple<,,>),
            4 => typeof(ValueTuple<,,,>),
            _ => throw new NotSupportedException("Keys of more than four columns are not written in bulk."),
        };
        return Expression.New(tuple.MakeGenericType(types).GetConstructor(types)!, values);
    }
}
