using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using HangarBay.Domain.Market;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HangarBay.Infrastructure.Persistence.Bulk;

/// <summary>A table as the model maps it, so that bulk writing can never disagree with EF about a column.</summary>
internal sealed class BulkTable<T>
    where T : class
{
    // By the model's own object: each engine has a model, and a model goes with the last context that uses it.
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
    /// What to do with a row whose key is there already: overwrite it where anything else than its stamp differs, as the stamp says
    /// when something else did.
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

    /// <summary>The key's columns, and those of the properties.</summary>
    public IReadOnlyList<BulkColumn> KeysAnd(IReadOnlyCollection<string> properties)
    {
        var unknown = properties.Except(Columns.Select(column => column.Property)).FirstOrDefault();
        if (unknown is not null) throw new ArgumentException($"{unknown} is no column of {Name}.", nameof(properties));
        return [.. Columns.Where(column => column.IsKey || properties.Contains(column.Property))];
    }

    /// <summary>What the engine compiled for so many of the columns, once a model.</summary>
    public TWriter Compiled<TWriter>(IReadOnlyList<BulkColumn> columns, Func<TWriter> compile)
        where TWriter : class =>
        (TWriter)_compiled.GetOrAdd(List(columns), _ => compile());

    /// <summary>Their names, separated by commas.</summary>
    public static string List(IEnumerable<BulkColumn> columns) => string.Join(", ", columns.Select(column => column.Name));

    /// <summary>
    /// Each key once, as it came last: PostgreSQL refuses one that comes twice in a statement, SQLite would write it twice.
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
