using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.CountingContracts;
using HangarBay.Application.Contracts.GettingContract;
using HangarBay.Application.Contracts.GettingTaxonomy;
using HangarBay.Domain.Contracts;
using HangarBay.WebApi.Exports;

namespace HangarBay.WebApi.Endpoints;

/// <summary>Reads the requests about contracts from a URL.</summary>
internal static class ContractParameters
{
    private static readonly BrowseContracts Defaults = new();

    public static BrowseContracts Browse(QueryReader query) => Filters(query) with
    {
        Page = query.Number("page", "Counted from 1; a page past the end is empty. Not together with cursor.", minimum: 1, shownDefault: 1),
        Size = query.Integer("size", "Rows per page.", Defaults.Size, minimum: 1, BrowseContracts.MaxSize),
        Cursor = query.Text(
            "cursor", "The next_cursor of the previous page, to continue after it; filters and sort must stay the same. For reading all rows.", BrowseContracts.MaxCursorLength),
        SortBy = query.OneOf("sort_by", "Rows without the value come last in both directions.", Defaults.SortBy),
        Facets = query.AnyOf<FacetFamily>("facets", "Families whose values are counted. A count is the number of rows that the list would have with only this value in the family's filter."),
        SortDirection = query.OneOf("sort_direction", "Ties are broken by contract_id in the same direction.", Defaults.SortDirection),
    };

    private static BrowseContracts Filters(QueryReader query) => new()
    {
        Given = query.Filters(),
        Lang = query.Language(),
        Unreadable = query.Unreadable,
    };

    public static CountContracts Count(QueryReader query) => new() { Filters = Filters(query) };

    public static ContractExport Export(QueryReader query) => new(
        Filters(query),
        query.OneOf(
            "format",
            "csv: comma-separated values with a header, a row for each contract. ndjson: the same as JSON. sheet: CSV for spreadsheets, with a byte order mark, "
            + "names beside the ids of places, page addresses, and instants to the minute in UTC. lines: CSV with a row for each line of the contracts.",
            ExportFormat.Csv));

    public static GetContract Contract(QueryReader query) => new()
    {
        ContractId = new ContractId(query.PathNumber("contract_id", "The contract's id in the game.", ContractId.MaxValue)),
        Lang = query.Language(),
        Unreadable = query.Unreadable,
    };

    public static GetTaxonomy Taxonomy(QueryReader query) => new()
    {
        Lang = query.Language(),
        Unreadable = query.Unreadable,
    };
}
