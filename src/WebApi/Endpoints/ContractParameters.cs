using HangarBay.Application.Contracts.BrowseContracts;
using HangarBay.Application.Contracts.GetContract;
using HangarBay.Application.Contracts.GetTaxonomy;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.WebApi.Endpoints;

/// <summary>How the requests about contracts are written in a URL.</summary>
internal static class ContractParameters
{
    private static readonly BrowseContracts Defaults = new();

    public static BrowseContracts Browse(QueryReader query) => new()
    {
        Search = query.Text(
            "search",
            "Plain words, all of them within the title or all within the name of one offered item; double quotes make a phrase.",
            SearchTerms.MaxLength),
        MinPrice = query.Amount("min_price", "Lowest price in ISK; of an auction its current bid where known."),
        MaxPrice = query.Amount("max_price", "Highest price in ISK; of an auction its current bid where known."),
        RegionIds = query.Ids("region_ids", "Starts in one of these regions.", id => new RegionId(id)),
        TypeIds = query.Ids("type_ids", "Offers a line of one of these item types.", id => new TypeId(id)),
        ContractType = query.OneOf<ContractType>("contract_type", "Is of this type."),
        IsShipContract = query.Flag("is_ship_contract", "Offers at least one ship, or none."),
        Page = query.Integer("page", "Counted from 1; a page past the end is empty.", Defaults.Page, minimum: 1),
        Size = query.Integer("size", "Rows a page.", Defaults.Size, minimum: 1, BrowseContracts.MaxSize),
        SortBy = query.OneOf("sort_by", "Rows without the value come last in both directions.", Defaults.SortBy),
        SortDirection = query.OneOf("sort_direction", "Ties are broken by contract_id in the same direction.", Defaults.SortDirection),
        Lang = query.Language(),
        Unreadable = query.Unreadable,
    };

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
