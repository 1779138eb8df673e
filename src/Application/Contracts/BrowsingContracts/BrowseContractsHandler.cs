using HangarBay.Application.Contracts.Market;
using HangarBay.Application.Contracts.Names;
using HangarBay.Application.InMemory.Following;
using HangarBay.Application.InMemory.Matching;
using MediatR;

namespace HangarBay.Application.Contracts.BrowsingContracts;

internal sealed class BrowseContractsHandler(MarketPin pin) : IRequestHandler<BrowseContracts, ContractPage>
{
    public async Task<ContractPage> Handle(BrowseContracts query, CancellationToken cancellationToken)
    {
        query = query with { Search = string.IsNullOrWhiteSpace(query.Search) ? null : query.Search };
        return Find(query, (await pin.TakeAsync(cancellationToken)).View, cancellationToken);
    }

    private static ContractPage Find(BrowseContracts query, MarketView view, CancellationToken cancellationToken)
    {
        WalkPosition? after = query.Cursor is { } cursor ? WalkCursor.Read(cursor, query) : null;
        var page = after?.Page ?? query.Page ?? 1;
        using var live = RowSet.Live(view.Market, view.Instant, cancellationToken);
        using var rows = new Conditions(query, view.Market).Keep(live.Copy());
        var bySegment = rows.CountBySegment();
        var tally = new SegmentTally(query, bySegment);
        rows.Keep(new SegmentFilter(tally.Lists));

        var found = PageOf(query, rows, page, after);
        // One row more than fits shows that there is another page.
        var shown = found.AsSpan(0, Math.Min(found.Length, query.Size));
        var next = found.Length > shown.Length ? WalkCursor.Write(query, WalkPosition.After(shown[^1], view.Market, query.SortBy, page)) : null;
        return new ContractPage(
            tally.Total, page, query.Size, Word(shown, view, query), tally.Segments, view.CoverageIn(query.Lang), CountUnknownSystems(query, live, tally),
            query.CountPending(live), next, new FacetCounter(query, view, live, bySegment, rows).Count());
    }

    private static RankedRow[] PageOf(BrowseContracts query, RowSet rows, int page, WalkPosition? after)
    {
        var key = SortKey.Of(query.SortBy);
        var column = new SortColumn(key.Keys(rows.Market), (int)query.SortBy, query.SortDirection == SortDirection.Desc);
        RankedRow? last = after is { } row ? new RankedRow(column.TurnKey(key.KeyOf(row.Kept, rows.Market)), column.Turn(row.Id.Value), default) : null;
        return RankedRows.Page(rows, column, last, after is null ? query.Size * (page - 1L) : 0, query.Size + 1);
    }

    private static ContractRow[] Word(ReadOnlySpan<RankedRow> rows, MarketView view, BrowseContracts query)
    {
        var book = new NameBook(query.Lang, view.Market.Dictionaries);
        var reasons = new RowReasons(query, view.Market, book);
        var words = new ContractRow[rows.Length];
        for (var index = 0; index < rows.Length; index++)
        {
            var row = Wording.Row(rows[index].Row, view, book);
            words[index] = reasons.Of(rows[index].Row, row.Title) is { } item ? row with { Contains = item } : row;
        }

        return words;
    }

    /// <summary>Counts the contracts that are left out only because their system is unknown (B6); null unless systems are asked for.</summary>
    private static int? CountUnknownSystems(BrowseContracts query, RowSet live, SegmentTally tally)
    {
        if (query.SystemIds.Count == 0) return null;
        using var rows = Conditions.KeepUnknownSystems(live.Copy());
        return new Conditions(query with { SystemIds = [] }, live.Market).Keep(rows).Keep(new SegmentFilter(tally.Lists)).Count;
    }
}
