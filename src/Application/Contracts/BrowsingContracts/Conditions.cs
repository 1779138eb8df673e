using HangarBay.Application.Contracts.Filters;
using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Matching;

namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <summary>
/// The conditions of a question, prepared for one state of the market. They are all filters but those of segments, which
/// <see cref="SegmentTally"/> drops for its counts (B10).
/// </summary>
internal sealed class Conditions(BrowseContracts query, LiveMarket market)
{
    /// <summary>Removes the rows that do not meet the conditions.</summary>
    public RowSet Keep(RowSet rows)
    {
        KeepAllButLines(rows);
        if (LineQuestion.Of(query, market) is { } asked) rows.Keep(new LineFilter(asked.Kinds));
        return rows;
    }

    /// <summary>Does the same without the conditions on one line (B4).</summary>
    public RowSet KeepAllButLines(RowSet rows)
    {
        // A search costs most, so it runs last, on the rows that are left.
        foreach (var given in query.Given.OrderBy(given => given.Filter is SearchFilter))
        {
            if (given.Filter.RowsOf(given.Value, market, query.Lang) is { } filter) rows.Keep(filter);
        }

        return rows;
    }

    /// <summary>Keeps the rows that only their unknown system leaves out (B6). The rows must not be filtered by system.</summary>
    public static RowSet KeepUnknownSystems(RowSet rows)
    {
        var isKnown = Array.ConvertAll(rows.Market.Places.Value.Systems, system => system is not null);
        return rows.Keep(new NotFilter(new CodeFilter(block => block.Start, isKnown)));
    }
}
