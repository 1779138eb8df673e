using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.ExportingContracts;
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
        Page = query.Number("page", "Counted from 1; a page past the end is empty. Not beside cursor.", minimum: 1, shownDefault: 1),
        Size = query.Integer("size", "Rows a page.", Defaults.Size, minimum: 1, BrowseContracts.MaxSize),
        Cursor = query.Text(
            "cursor", "next_cursor of the page before, to go on there; filters and sort stay the same. For walking everything.", BrowseContracts.MaxCursorLength),
        SortBy = query.OneOf("sort_by", "Rows without the value come last in both directions.", Defaults.SortBy),
        Facets = query.AnyOf<FacetFamily>("facets", "Families whose values are counted: each as many rows as the list would have with this value alone for that family's filter."),
        SortDirection = query.OneOf("sort_direction", "Ties are broken by contract_id in the same direction.", Defaults.SortDirection),
    };

    private static BrowseContracts Filters(QueryReader query) => new()
    {
        Given = query.Filters(),
        Lang = query.Language(),
        Unreadable = query.Unreadable,
    };

    public static ContractExport Export(QueryReader query) => new(
        new ExportContracts { Filters = Filters(query) },
        query.OneOf("format", "A line a contract as comma-separated values with a header, or as JSON.", ExportFormat.Csv));

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
