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
    SegmentCounter counter,
    IReadRepository<ItemType> types,
    NameReader names) : IRequestHandler<BrowseContracts, ContractPage>
{
    /// <summary>So many matches are sorted sooner than as many of them are come across along the sort as a page holds.</summary>
    private const int Few = 2_500;

    public async Task<ContractPage> Handle(BrowseContracts query, CancellationToken cancellationToken)
    {
        query = query with { Search = string.IsNullOrWhiteSpace(query.Search) ? null : query.Search };
        WalkPosition? after = query.Cursor is { } cursor ? WalkCursor.Read(cursor, query) : null;
        var page = after?.Page ?? query.Page ?? 1;
        var view = await market.ReadAsync(query.Lang, cancellationToken);
        var namedTypes = query.Search is { } search
            ? await types.ListAsync(new TypesNamed(SearchTerms.Of(search), query.Lang), cancellationToken)
            : null;

        var tally = new SegmentTally(query, await counter.CountAsync(query, view, namedTypes, cancellationToken));

        var found = after is null && IsPastTheEnd(page, query.Size, tally.Total)
            ? []
            : await contracts.ListAsync(PageOf(query, view.Instant, namedTypes, after, tally.Total), cancellationToken);
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

    private static Specification<Contract> PageOf(
        BrowseContracts query, DateTimeOffset marketInstant, IReadOnlyList<TypeId>? namedTypes, WalkPosition? after, int total)
    {
        if (after is not null) return new ContractPageSpec(query, marketInstant, namedTypes, after);
        if (query.Page > 1) return new DistantPageSpec(query, marketInstant, namedTypes);
        if (total <= Few && query.AsksForLinesAlone()) return new FewOffersSpec(query, marketInstant);
        return total <= Few && (query.Search is not null || query.AsksForLines())
            ? new FewMatchesSpec(query, marketInstant, namedTypes)
            : new ContractPageSpec(query, marketInstant, namedTypes);
    }

    private static bool IsPastTheEnd(int page, int size, int total) => (page - 1L) * size >= total;
}
