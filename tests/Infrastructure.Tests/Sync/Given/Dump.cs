using System.Collections;
using System.Globalization;
using System.Reflection;
using HangarBay.Domain.Market;
using HangarBay.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HangarBay.Infrastructure.Tests.Sync.Given;

/// <summary>
/// Every row of a database as text, by table and key, with the values of the domain. Two databases can be compared by it.
/// </summary>
internal sealed class Dump
{
    private static readonly MethodInfo Reader = typeof(Dump).GetMethod(nameof(ReadRowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly SortedDictionary<string, string> _rows = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Rows => _rows;

    public static async Task<Dump> OfAsync(HangarBayDbContext context)
    {
        var dump = new Dump();
        foreach (var type in context.Model.GetEntityTypes().Where(type => type.ClrType != typeof(MarketMark)))
            await (Task)Reader.MakeGenericMethod(type.ClrType).Invoke(null, [context, type, dump._rows])!;
        return dump;
    }

    public int CountOf(string table) => _rows.Keys.Count(key => key.StartsWith(table + ' ', StringComparison.Ordinal));

    /// <summary>The keys of rows that differ or are in only one of the two, with both texts.</summary>
    public IReadOnlyList<string> DifferencesTo(Dump other) =>
    [
        .. _rows.Keys.Union(other._rows.Keys)
            .Where(key => _rows.GetValueOrDefault(key) != other._rows.GetValueOrDefault(key))
            .Select(key => $"{key}: {_rows.GetValueOrDefault(key)} <> {other._rows.GetValueOrDefault(key)}"),
    ];

    private static async Task ReadRowsAsync<T>(HangarBayDbContext context, IEntityType type, SortedDictionary<string, string> rows)
        where T : class
    {
        var keys = type.FindPrimaryKey()!.Properties;
        var properties = type.GetProperties().Where(property => !IsOfNoMatter(property)).OrderBy(property => property.Name, StringComparer.Ordinal).ToList();
        foreach (var row in await context.Set<T>().AsNoTracking().ToListAsync())
        {
            string Join(IEnumerable<IProperty> some) => string.Join('|', some.Select(property => Text(property.GetGetter().GetClrValue(row))));
            rows.Add($"{type.GetTableName()} {Join(keys)}", Join(properties));
        }
    }

    /// <summary>
    /// Columns to ignore. How often the market changed, and whether it was busy in between, depends on how answers happened to fall into
    /// batches.
    /// </summary>
    private static bool IsOfNoMatter(IProperty property) => property.Name == nameof(IFollowed.ChangedIn)
        || (property.DeclaringType.ClrType == typeof(MarketState)
            && property.Name is nameof(MarketState.Version) or nameof(MarketState.IsSettled) or nameof(MarketState.BusyPeriod));

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => text,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        Domain.LocalisedName name => string.Join('/', name.Texts.Select(text => $"{text.Key}={text.Value}")),
        Domain.Contracts.Composition lot => string.Join('/', lot.Categories),
        IEnumerable list => string.Join(',', list.Cast<object?>().Select(Text)),
        _ => value.ToString()!,
    };
}
