using HangarBay.Application.Contracts.BrowseContracts;
using HangarBay.Application.Contracts.ExportContracts;
using HangarBay.Application.Contracts.GetContract;
using HangarBay.Application.Contracts.GetTaxonomy;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using HangarBay.WebApi.Exports;

namespace HangarBay.WebApi.Endpoints;

/// <summary>How the requests about contracts are written in a URL.</summary>
internal static class ContractParameters
{
    private const string OneLine = " All that is asked of items is asked of one line together.";

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
        Search = query.Text(
            "search",
            "Plain words, all of them within the title or all within the name of one offered item; double quotes make a phrase.",
            SearchTerms.MaxLength),
        MinPrice = query.Amount("min_price", "Lowest price in ISK; of an auction its current bid where known."),
        MaxPrice = query.Amount("max_price", "Highest price in ISK; of an auction its current bid where known."),
        MinCollateral = query.Amount("min_collateral", "Lowest collateral in ISK."),
        MaxCollateral = query.Amount("max_collateral", "Highest collateral in ISK."),
        MinReward = query.Amount("min_reward", "Lowest reward in ISK."),
        MaxReward = query.Amount("max_reward", "Highest reward in ISK."),
        MinRuns = query.Number("min_runs", "Fewest runs of a blueprint copy offered." + OneLine),
        MaxRuns = query.Number("max_runs", "Most runs of a blueprint copy offered." + OneLine),
        MinMe = query.Number("min_me", "Lowest material efficiency of a blueprint offered, in per cent." + OneLine),
        MaxMe = query.Number("max_me", "Highest material efficiency of a blueprint offered, in per cent." + OneLine),
        MinTe = query.Number("min_te", "Lowest time efficiency of a blueprint offered, in per cent." + OneLine),
        MaxTe = query.Number("max_te", "Highest time efficiency of a blueprint offered, in per cent." + OneLine),
        RegionIds = query.Ids("region_ids", "Starts in one of these regions.", id => new RegionId(id)),
        SystemIds = query.Ids(
            "system_ids", "Starts in one of these systems; unknown_system_excluded tells how many of unknown system are left out.", id => new SystemId(id)),
        StationIds = query.LongIds("station_ids", "Starts at one of these stations or structures.", id => new LocationId(id)),
        Security = query.AnyOf<SecurityBand>("security", "Starts in a system of one of these bands; high from 0.45, low above 0, null otherwise."),
        TypeIds = query.Ids("type_ids", "Offers a line of one of these item types." + OneLine, id => new TypeId(id)),
        ContractType = query.OneOf<ContractType>("contract_type", "Is of this type."),
        CategoryId = query.Id("category_id", "Offers an item of this category." + OneLine, id => new CategoryId(id)),
        GroupId = query.Id("group_id", "Offers an item of this group." + OneLine, id => new GroupId(id)),
        IsBpc = query.Flag("is_bpc", "Offers a blueprint copy, or none." + OneLine),
        IsShipContract = query.Flag("is_ship_contract", "Offers at least one ship, or none."),
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
