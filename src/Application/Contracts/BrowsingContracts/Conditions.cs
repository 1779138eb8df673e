using HangarBay.Application.Contracts.Filters;
using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Matching;

namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <summary>
/// What a question asks of contracts, made ready for one state of the market: every filter but those of segments, which
/// <see cref="SegmentTally"/> lifts for its counts (B10).
/// </summary>
internal sealed class Conditions(BrowseContracts query, LiveMarket market)
{
    /// <summary>Takes out what does not meet them.</summary>
    public RowSet Keep(RowSet rows)
    {
        KeepAllButLines(rows);
        if (LineQuestion.Of(query, market) is { } asked) rows.Keep(new LineFilter(asked.Kinds));
        return rows;
    }

    /// <summary>The same, but for what one line has to meet (B4).</summary>
    public RowSet KeepAllButLines(RowSet rows)
    {
        // A search is the dearest to ask, so it is asked of what is left.
        foreach (var given in query.Given.OrderBy(given => given.Filter is SearchFilter))
        {
            if (given.Filter.RowsOf(given.Value, market, query.Lang) is { } filter) rows.Keep(filter);
        }

        return rows;
    }

    /// <summary>Those that only their unknown system keeps out (B6), among rows that were asked for no system.</summary>
    public static RowSet KeepUnknownSystems(RowSet rows)
    {
        var isKnown = Array.ConvertAll(rows.Market.Places.Value.Systems, system => system is not null);
        return rows.Keep(new NotFilter(new CodeFilter(block => block.Start, isKnown)));
    }
}
