using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.Market;
using HangarBay.Application.Contracts.Names;
using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Following;
using HangarBay.Application.InMemory.Matching;
using MediatR;

namespace HangarBay.Application.Contracts.ExportingContracts;

internal sealed class ExportContractsHandler(MarketPin pin) : IRequestHandler<ExportContracts, IAsyncEnumerable<IReadOnlyList<ContractRow>>>
{
    private const int BatchSize = 1_000;

    public async Task<IAsyncEnumerable<IReadOnlyList<ContractRow>>> Handle(ExportContracts request, CancellationToken cancellationToken)
    {
        // A sort may need lines to be read. An export has no sort, so it must not leave out contracts for it.
        var query = request.Filters with { SortBy = ContractSort.DateIssued, Page = null, Cursor = null };
        var view = (await pin.TakeAsync(cancellationToken)).View;
        return Word(Find(query, view, cancellationToken), view, new NameBook(query.Lang, view.Market.Dictionaries)).ToAsyncEnumerable();
    }

    private static RowAt[] Find(BrowseContracts query, MarketView view, CancellationToken cancellationToken)
    {
        using var live = RowSet.Live(view.Market, view.Instant, cancellationToken);
        var rows = new Conditions(query, view.Market).Keep(live);
        rows.Keep(new SegmentFilter(new SegmentTally(query, rows.CountBySegment()).Lists));
        return rows.ById();
    }

    /// <summary>Makes the rows one batch at a time, from the state that the export began with.</summary>
    private static IEnumerable<IReadOnlyList<ContractRow>> Word(RowAt[] rows, MarketView view, NameBook book) =>
        rows.Chunk(BatchSize).Select(batch => Array.ConvertAll(batch, row => Wording.Row(row, view, book)));
}
