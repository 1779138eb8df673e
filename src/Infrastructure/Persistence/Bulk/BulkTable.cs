using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HangarBay.Infrastructure.Persistence.Bulk;

/// <summary>A table as the model maps it, so that bulk writing can never disagree with EF about a column.</summary>
internal sealed class BulkTable
{
    // By the model's own object: each engine has a model, and a model goes with the last context that uses it.
    private static readonly ConditionalWeakTable<IEntityType, BulkTable> Known = [];

    private BulkTable(IEntityType entityType)
    {
        var table = entityType.GetTableName() ?? throw new InvalidOperationException($"{entityType.Name} has no table.");
        var store = StoreObjectIdentifier.Table(table);
        Name = $"\"{table}\"";
        Columns = [.. entityType.GetProperties().Select(property => new BulkColumn(property, property.GetColumnName(store)!))];
    }

    public string Name { get; }

    public IReadOnlyList<BulkColumn> Columns { get; }

    /// <summary>The columns' names, separated by commas.</summary>
    public string ColumnList => string.Join(", ", Columns.Select(column => column.Name));

    /// <summary>What to do with a row whose key is there already.</summary>
    public string OnConflict
    {
        get
        {
            var keys = string.Join(", ", Columns.Where(column => column.IsKey).Select(column => column.Name));
            var others = Columns.Where(column => !column.IsKey).Select(column => column.Name).ToList();
            if (others.Count == 0) return $"ON CONFLICT ({keys}) DO NOTHING";
            var assignments = string.Join(", ", others.Select(name => $"{name} = excluded.{name}"));
            var stored = string.Join(", ", others.Select(name => $"{Name}.{name}"));
            var offered = string.Join(", ", others.Select(name => $"excluded.{name}"));
            return $"ON CONFLICT ({keys}) DO UPDATE SET {assignments} WHERE ({stored}) IS DISTINCT FROM ({offered})";
        }
    }

    /// <summary>
    /// Each key once, as it came last: PostgreSQL refuses one that comes twice in a statement, SQLite would write it twice.
    /// </summary>
    public IReadOnlyCollection<T> LastOfEachKey<T>(IReadOnlyCollection<T> rows)
        where T : class
    {
        var keys = Columns.Where(column => column.IsKey).ToArray();
        var last = new Dictionary<object, T>(rows.Count);
        foreach (var row in rows) last[KeyOf(keys, row)] = row;
        return last.Count == rows.Count ? rows : last.Values;
    }

    public static BulkTable Of<T>(DbContext context) => Known.GetValue(
        context.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T)} is not of the model."),
        entityType => new BulkTable(entityType));

    private static object KeyOf(BulkColumn[] keys, object row) => keys.Length switch
    {
        1 => keys[0].ValueOf(row)!,
        2 => (keys[0].ValueOf(row), keys[1].ValueOf(row)),
        _ => throw new NotSupportedException("Keys of more than two columns are not written in bulk."),
    };
}
