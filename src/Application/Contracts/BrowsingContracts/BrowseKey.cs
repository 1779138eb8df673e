using System.Globalization;
using System.Text;
using HangarBay.Application.Contracts.Filters;

namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <summary>
/// A list's question in a normal form. The order of parameters and values, repeated values and written-out defaults make no difference.
/// What validation checks stays as it was given, so that a refused question never shares its key with a valid one.
/// </summary>
internal static class BrowseKey
{
    public static string? Of(BrowseContracts query)
    {
        // Without the repeated values a list that is too long might seem short enough.
        if (query.Unreadable.Count > 0 || query.Given.Any(given => given.Filter is IListFilter list && list.IsTooLong(given.Value))) return null;
        if (query.Facets.Count > BrowseContracts.MaxValues) return null;
        var key = new StringBuilder("contracts ").Append(query.Lang);
        foreach (var parameter in query.Given.Write()) Add(key, parameter.Name, parameter.Value);
        // Beside a cursor any page is refused, even page 1, so the page must be part of the key.
        if (query.Page is { } page && (page != 1 || query.Cursor is not null)) Add(key, "page", page.ToString(CultureInfo.InvariantCulture));
        if (query.Cursor is { } cursor) Add(key, "cursor", cursor);
        key.Append(CultureInfo.InvariantCulture, $"\nsize={query.Size}\nsort={query.SortBy} {query.SortDirection}");
        if (query.Explains) key.Append("\nexplained");
        return key.Append("\nfacets=").AppendJoin(',', query.Facets.Distinct().Order()).ToString();
    }

    /// <summary>A text may hold any character. Its length is written before it, so that it cannot imitate another parameter.</summary>
    private static void Add(StringBuilder key, string name, string text) => key.Append(CultureInfo.InvariantCulture, $"\n{name}={text.Length}:{text}");
}
