using System.Globalization;
using System.Text;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.Filters;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;

namespace HangarBay.WebUi.Addresses;

/// <summary>
/// Writes the addresses of pages, each view in one form: parameters in one order, defaults left out. The API's reader reads them.
/// </summary>
public static class Address
{
    public const string Contracts = "/contracts";
    public const string Coverage = "/coverage";
    public const string About = "/about";
    public const string Find = "/find";
    public const string Export = "/api/v1/contracts/export";
    public const string Count = "/api/v1/contracts/count";
    public const string Lang = "lang";
    public const string Segment = "segment";

    /// <summary>The word for all segments, which only pages know: the API shows them where none is named.</summary>
    public const string AllSegments = "all";

    public const string Place = "place";

    /// <summary>Order and direction in one word, as a form sends them; addresses keep them apart.</summary>
    public const string Sort = "sort";

    private const int LongestMemory = 600;

    private static readonly BrowseContracts Defaults = new();
    private static readonly ContractSegment? Ships = new ContractsView().Segment;
    private static readonly Parameter[] None = [];

    public static string Of(ContractsView view) => Contracts + Query([.. Filters(view), .. Order(view)]);

    /// <summary>
    /// A contract's page with the list that it was reached from, unless that list's address is too long to repeat in every row.
    /// </summary>
    public static string Of(long contractId, ContractsView view)
    {
        var list = Query([.. Filters(view), .. Order(view)]);
        return Of(contractId) + (list.Length <= LongestMemory ? list : Query(Named(view.NamedLanguage)));
    }

    /// <summary>A contract's page as it is shared, whatever list it was reached from.</summary>
    public static string Of(long contractId) => $"{Contracts}/{contractId.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>All contracts that match, as a file.</summary>
    /// <param name="view">The view whose filters apply.</param>
    /// <param name="format">The format, as the API names it.</param>
    public static string ExportOf(ContractsView view, string format) =>
        Export + Query([.. view.Query.Given.Write(), .. Named(view.NamedLanguage), new("format", format)]);

    /// <summary>How many contracts match, for a script.</summary>
    public static string CountOf(ContractsView view) => Count + Query([.. view.Query.Given.Write()]);

    /// <summary>An amount of ISK, which reads the same in every language.</summary>
    public static string Of(decimal amount) => amount.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A page without a view, in the language that the address names.</summary>
    public static string Of(string path, Language? named) => path + Query([.. Named(named)]);

    /// <summary>The page that finds names; null: nothing is looked for yet.</summary>
    public static string FindOf(string? text, Language? named) => Find + Query([.. text is null ? None : [new("q", text.Trim())], .. Named(named)]);

    /// <summary>The filters, without order and page.</summary>
    public static IEnumerable<Parameter> Filters(ContractsView view) =>
    [
        .. view.Filters.Given.Write(),
        .. IsSegmentClear(view) ? None : [new(Segment, view.Segment is { } one ? WireWords.Of(one) : AllSegments)],
        .. string.IsNullOrWhiteSpace(view.Place) ? None : [new(Place, view.Place.Trim())],
        .. Named(view.NamedLanguage),
    ];

    /// <summary>
    /// Whether an address without a segment leads to the view. One that names contract types is read as one from before there were segments.
    /// </summary>
    private static bool IsSegmentClear(ContractsView view) =>
        view.Filters.Segments.Count > 0 || (view.Segment == Ships && view.Filters.ContractTypes.Count == 0);

    /// <summary>The order, the number of rows and the page.</summary>
    public static IEnumerable<Parameter> Order(ContractsView view)
    {
        var query = view.Filters;
        if (query.SortBy != Defaults.SortBy) yield return new("sort_by", WireWords.Of(query.SortBy));
        if (query.SortDirection != Defaults.SortDirection) yield return new("sort_direction", WireWords.Of(query.SortDirection));
        if (query.Size != Defaults.Size) yield return new("size", Plain(query.Size));
        if (query.Page is > 1 and { } page) yield return new("page", Plain(page));
    }

    private static string Query(params Parameter[] parameters)
    {
        if (parameters.Length == 0) return "";
        var text = new StringBuilder();
        foreach (var parameter in parameters)
            text.Append(text.Length == 0 ? '?' : '&').Append(parameter.Name).Append('=').Append(Uri.EscapeDataString(parameter.Value));
        return text.ToString();
    }

    private static Parameter[] Named(Language? named) => named is { } language ? [new(Lang, WireWords.Of(language))] : None;

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);
}
