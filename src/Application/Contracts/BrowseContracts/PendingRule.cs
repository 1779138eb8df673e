namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>Which questions only a contract's lines can answer (B2).</summary>
internal static class PendingRule
{
    /// <summary>
    /// A title that is searched answers by itself, so a search alone lists pending contracts whose title matches.
    /// </summary>
    public static bool NeedsItems(this BrowseContracts query) =>
        query.IsShipContract is not null || query.IsBpc is not null || OfferedLine.IsAsked(query) || query.SortBy == ContractSort.ShipName;

    /// <summary>Asks for more than regions, segment and ships.</summary>
    public static bool Narrows(this BrowseContracts query) =>
        query.Search is not null || query.IsBpc is not null || query.AsksForLines() || query.AsksForPrice()
        || query is { MinCollateral: not null } or { MaxCollateral: not null }
            or { MinReward: not null } or { MaxReward: not null }
            or { StationIds.Count: > 0 } or { SystemIds.Count: > 0 } or { Security.Count: > 0 };

    /// <summary>Asks for a price, which only exchanges and auctions have (M12).</summary>
    public static bool AsksForPrice(this BrowseContracts query) => query is { MinPrice: not null } or { MaxPrice: not null };

    /// <summary>Asks for an offered line, which only exchanges and auctions have.</summary>
    public static bool AsksForLines(this BrowseContracts query) => query.IsBpc == true || OfferedLine.IsAsked(query);

    /// <summary>Asks for nothing but an offered line, regions, segment and ships, which the kept lines answer by themselves.</summary>
    public static bool AsksForLinesAlone(this BrowseContracts query) =>
        OfferedLine.IsAsked(query) && query.Search is null && query.IsBpc != false && !query.WithoutItems().Narrows();

    /// <summary>The same question without what needs lines: whom it finds pending might match once they are read.</summary>
    public static BrowseContracts WithoutItems(this BrowseContracts query) => query with
    {
        Search = null,
        IsShipContract = null,
        IsBpc = null,
        TypeIds = [],
        CategoryId = null,
        GroupId = null,
        MinRuns = null,
        MaxRuns = null,
        MinMe = null,
        MaxMe = null,
        MinTe = null,
        MaxTe = null,
    };
}
