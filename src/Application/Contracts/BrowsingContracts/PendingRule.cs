using HangarBay.Application.Contracts.Filters;

namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <summary>Which questions only a contract's lines can answer (B2).</summary>
internal static class PendingRule
{
    /// <summary>
    /// A title that is searched answers by itself, so a search alone lists pending contracts whose title matches.
    /// </summary>
    public static bool NeedsLines(this BrowseContracts query) =>
        query.SortBy == ContractSort.ShipName || query.Given.Any(given => given.Filter.NeedsLines == LineNeed.Always);

    /// <summary>Asks what one offered line has to meet (B4).</summary>
    public static bool AsksOneLine(this BrowseContracts query) => query.Given.Any(given => given.Filter.AsksOneLine);

    /// <summary>The same question without what lines may answer: whom it finds pending might match once they are read.</summary>
    public static BrowseContracts WithoutLines(this BrowseContracts query) => query.Given
        .Where(given => given.Filter.NeedsLines != LineNeed.Never)
        .Aggregate(query, (rest, given) => rest.With(given.Filter, null));
}
