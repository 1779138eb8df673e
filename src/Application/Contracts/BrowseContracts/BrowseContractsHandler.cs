using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Market;
using HangarBay.Application.Contracts.Names;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using MediatR;

namespace HangarBay.Application.Contracts.BrowseContracts;

internal sealed class BrowseContractsHandler(
    MarketReader market,
    IReadRepository<Contract> contracts,
    IReadRepository<ItemType> types,
    NameReader names) : IRequestHandler<BrowseContracts, ContractPage>
{
    public async Task<ContractPage> Handle(BrowseContracts query, CancellationToken cancellationToken)
    {
        query = query with { Search = string.IsNullOrWhiteSpace(query.Search) ? null : query.Search };
        WalkPosition? after = query.Cursor is { } cursor ? WalkCursor.Read(cursor, query) : null;
        var page = after?.Page ?? query.Page ?? 1;
        var view = await market.ReadAsync(query.Lang, cancellationToken);
        var namedTypes = query.Search is { } search
            ? await types.ListAsync(new TypesNamed(SearchTerms.Of(search), query.Lang), cancellationToken)
            : null;

        var matches = new MatchingContracts(query, view.Instant, namedTypes);
        var counts = await contracts.CountByAsync(
            matches, contract => new { contract.Type, contract.IsShipContract, contract.ItemsState }, cancellationToken);
        var tally = new SegmentTally(query, counts.ToDictionary(
            group => new Segment(group.Key.Type, group.Key.IsShipContract, group.Key.ItemsState), group => group.Value));

        var found = after is null && IsPastTheEnd(page, query.Size, tally.Total)
            ? []
            : await contracts.ListAsync(new ContractPageSpec(query, view.Instant, namedTypes, after), cancellationToken);
        // One more than fits tells that there is more, whatever came or went since the counting.
        var shown = found.Take(query.Size).ToList();
        var next = found.Count > shown.Count ? WalkCursor.Write(query, WalkPosition.After(shown[^1], query.SortBy, page)) : null;
        var book = await names.ReadAsync(shown, query.Lang, cancellationToken);
        var rows = shown.Select(contract => Wording.Row(contract, book, view.AsOfOf(contract.RegionId))).ToList();

        int? unknownSystem = query.SystemIds.Count > 0
            ? await contracts.CountAsync(new ContractsOfUnknownSystem(query, view.Instant, namedTypes), cancellationToken)
            : null;
        var pending = await contracts.CountAsync(new PendingContracts(query, view.Instant), cancellationToken);
        return new ContractPage(tally.Total, page, query.Size, rows, tally.Segments, view.Coverage, unknownSystem, pending, next);
    }

    private static bool IsPastTheEnd(int page, int size, int total) => (page - 1L) * size >= total;
}
