namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>Which questions only a contract's lines can answer (B2).</summary>
internal static class PendingRule
{
    /// <summary>
    /// A title that is searched answers by itself, so a search alone lists pending contracts whose title matches.
    /// </summary>
    public static bool NeedsItems(this BrowseContracts query) =>
        query.IsShipContract is not null || query.IsBpc is not null || query.AsksOneLine() || query.SortBy == ContractSort.ShipName;

    /// <summary>Asks what one offered line has to meet (B4).</summary>
    public static bool AsksOneLine(this BrowseContracts query) => query
        is { TypeIds.Count: > 0 } or { CategoryId: not null } or { GroupId: not null }
        or { MinRuns: not null } or { MaxRuns: not null } or { MinMe: not null } or { MaxMe: not null } or { MinTe: not null } or { MaxTe: not null };

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
