using HangarBay.Application.Contracts.Filters;

namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <summary>Which questions only a contract's lines can answer (B2).</summary>
internal static class PendingRule
{
    /// <summary>
    /// True where only lines can answer the question. A search alone does not need lines: it lists pending contracts whose title matches.
    /// </summary>
    public static bool NeedsLines(this BrowseContracts query) =>
        query.SortBy == ContractSort.ShipName || query.Given.Any(given => given.Filter.NeedsLines == LineNeed.Always);

    /// <summary>True where one offered line must meet conditions (B4).</summary>
    public static bool AsksOneLine(this BrowseContracts query) => query.Given.Any(given => given.Filter.AsksOneLine);

    /// <summary>
    /// The same question without the filters that lines may answer. Pending contracts that it finds may match once their lines are read.
    /// </summary>
    public static BrowseContracts WithoutLines(this BrowseContracts query) => query.Given
        .Where(given => given.Filter.NeedsLines != LineNeed.Never)
        .Aggregate(query, (rest, given) => rest.With(given.Filter, null));
}
