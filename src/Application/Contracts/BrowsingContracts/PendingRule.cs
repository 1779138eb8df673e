using HangarBay.Application.Contracts.Filters;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <summary>Which questions only a contract's lines can answer (B2).</summary>
internal static class PendingRule
{
    /// <summary>
    /// True where only lines can answer the question. A search alone does not need lines: it lists pending contracts whose title matches.
    /// </summary>
    public static bool NeedsLines(this BrowseContracts query) =>
        query.SortBy is ContractSort.ShipName or ContractSort.UnitPrice || query.Given.Any(given => given.Filter.NeedsLines == LineNeed.Always);

    /// <summary>True where one offered line must meet conditions (B4).</summary>
    public static bool AsksOneLine(this BrowseContracts query) => query.Given.Any(given => given.Filter.AsksOneLine);

    /// <summary>
    /// The same question without the filters that lines may answer. Pending contracts that it finds may match once their lines are read.
    /// </summary>
    public static BrowseContracts WithoutLines(this BrowseContracts query) => query.Given
        .Where(given => given.Filter.NeedsLines != LineNeed.Never)
        .Aggregate(query, (rest, given) => rest.With(given.Filter, null));

    /// <summary>Counts the contracts that wait for their lines and meet every filter that never needs lines.</summary>
    public static int CountPending(this BrowseContracts query, RowSet live)
    {
        using var rows = live.Copy().Keep(new SegmentFilter(segment => segment.LinesState.IsUnread()
            && (query.ContractTypes.Count == 0 || query.ContractTypes.Contains(segment.Type))
            && (query.Segments.Count == 0 || segment.MayBeIn(query.Segments))));
        return rows.Count == 0 ? 0 : new Conditions(query.WithoutLines(), live.Market).Keep(rows).Count;
    }
}
