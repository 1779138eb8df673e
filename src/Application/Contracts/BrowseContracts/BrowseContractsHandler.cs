using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Market;
using HangarBay.Application.Contracts.Names;
using HangarBay.Domain.Contracts;
using MediatR;

namespace HangarBay.Application.Contracts.BrowseContracts;

internal sealed class BrowseContractsHandler(
    MarketReader market,
    IReadRepository<Contract> contracts,
    SegmentCounter counter,
    PageFinder pages,
    TypeNameSearch types,
    NameReader names) : IRequestHandler<BrowseContracts, ContractPage>
{
    public async Task<ContractPage> Handle(BrowseContracts query, CancellationToken cancellationToken)
    {
        query = query with { Search = string.IsNullOrWhiteSpace(query.Search) ? null : query.Search };
        WalkPosition? after = query.Cursor is { } cursor ? WalkCursor.Read(cursor, query) : null;
        var page = after?.Page ?? query.Page ?? 1;
        var view = await market.ReadAsync(query.Lang, cancellationToken);
        var namedTypes = query.Search is { } search
            ? await types.FindAsync(SearchTerms.Of(search), query.Lang, view.Kept, cancellationToken)
            : null;

        var (tally, found) = await pages.FindAsync(query, view, namedTypes, page, after, cancellationToken);
        // One more than fits tells that there is more, whatever came or went since the counting.
        var shown = found.Take(query.Size).ToList();
        var next = found.Count > shown.Count ? WalkCursor.Write(query, WalkPosition.After(shown[^1], query.SortBy, page)) : null;
        var book = await names.ReadAsync(shown, query.Lang, view.Kept.Names, cancellationToken);
        var rows = shown.Select(contract => Wording.Row(contract, book, view.AsOfOf(contract.RegionId))).ToList();

        int? unknownSystem = query.SystemIds.Count > 0
            ? await contracts.CountAsync(new ContractsOfUnknownSystem(query, view.Instant, namedTypes), cancellationToken)
            : null;
        var pending = await counter.CountPendingAsync(query, view, tally, cancellationToken);
        return new ContractPage(tally.Total, page, query.Size, rows, tally.Segments, view.Coverage, unknownSystem, pending, next);
    }
}
