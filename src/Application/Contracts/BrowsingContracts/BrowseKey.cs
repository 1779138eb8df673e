using System.Globalization;
using System.Text;
using HangarBay.Application.Contracts.Filters;

namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <summary>
/// A list's question in one form: in which order parameters and values come, how often a value is repeated and whether a
/// default is written out makes no difference. What validation looks at stands there as it was given, so that a question
/// that is refused shares its key with none that is not.
/// </summary>
internal static class BrowseKey
{
    public static string? Of(BrowseContracts query)
    {
        // Without their repeats they might not be too many.
        if (query.Unreadable.Count > 0 || query.Given.Any(given => given.Filter is IListFilter list && list.IsTooLong(given.Value))) return null;
        if (query.Facets.Count > BrowseContracts.MaxValues) return null;
        var key = new StringBuilder("contracts ").Append(query.Lang);
        foreach (var parameter in query.Given.Write()) Add(key, parameter.Name, parameter.Value);
        // Beside a cursor a page of any number is refused, the first one too.
        if (query.Page is { } page && (page != 1 || query.Cursor is not null)) Add(key, "page", page.ToString(CultureInfo.InvariantCulture));
        if (query.Cursor is { } cursor) Add(key, "cursor", cursor);
        key.Append(CultureInfo.InvariantCulture, $"\nsize={query.Size}\nsort={query.SortBy} {query.SortDirection}");
        return key.Append("\nfacets=").AppendJoin(',', query.Facets.Distinct().Order()).ToString();
    }

    /// <summary>A text may hold anything: it tells its length, so that it passes for nothing else.</summary>
    private static void Add(StringBuilder key, string name, string text) => key.Append(CultureInfo.InvariantCulture, $"\n{name}={text.Length}:{text}");
}
