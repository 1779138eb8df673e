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
    private readonly IReadOnlyList<AskedPart> _parts = AskedPart.Of(query);

    /// <summary>Removes the rows that do not meet the conditions.</summary>
    public RowSet Keep(RowSet rows)
    {
        KeepAllButLines(rows);
        if (query.AsksOneLine()) rows.Keep(ByPart(lines => new LineFilter(LineQuestion.For(query, market, lines).Kinds)));
        return rows;
    }

    /// <summary>Does the same without the conditions on one line (B4).</summary>
    public RowSet KeepAllButLines(RowSet rows)
    {
        // A search costs most, so it runs last, on the rows that are left.
        foreach (var given in query.Given.OrderBy(given => given.Filter is SearchFilter))
        {
            if (RowsOf(given, rows.Instant) is { } filter) rows.Keep(filter);
        }

        return rows;
    }

    private IRowFilter? RowsOf(GivenFilter given, DateTimeOffset instant)
    {
        IRowFilter? RowsOfOffers() => given.Filter.RowsOf(given.Value, market, instant, query.Lang);
        if (_parts.All(part => part.Lines != AskedLines.Requested)) return RowsOfOffers();
        return given.Filter.RequestingRowsOf(given.Value, market, query.Lang) is { } requesting
            ? ByPart(lines => lines == AskedLines.Requested ? requesting : RowsOfOffers()!)
            : RowsOfOffers();
    }

    /// <summary>The condition of each part of the question, for the contracts of that part.</summary>
    private IRowFilter ByPart(Func<AskedLines, IRowFilter> condition) => _parts is [{ Rows: null } whole]
        ? condition(whole.Lines)
        : new PartedFilter([.. _parts.Select(part => (part.Rows!, condition(part.Lines)))]);

    /// <summary>Keeps the rows that only their unknown system leaves out (B6). The rows must not be filtered by system.</summary>
    public static RowSet KeepUnknownSystems(RowSet rows)
    {
        var isKnown = Array.ConvertAll(rows.Market.Places.Value.Systems, system => system is not null);
        return rows.Keep(new NotFilter(new CodeFilter(block => block.Start, isKnown)));
    }
}
