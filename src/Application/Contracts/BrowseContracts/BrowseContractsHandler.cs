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
        var view = await market.ReadAsync(query.Lang, cancellationToken);
        var namedTypes = query.Search is { } search
            ? await types.ListAsync(new TypesNamed(SearchTerms.Of(search), query.Lang), cancellationToken)
            : null;

        var matches = new MatchingContracts(query, view.Instant, namedTypes);
        var counts = await contracts.CountByAsync(
            matches, contract => new { contract.Type, contract.IsShipContract, contract.ItemsState }, cancellationToken);
        var tally = new SegmentTally(query, counts.ToDictionary(
            group => new Segment(group.Key.Type, group.Key.IsShipContract, group.Key.ItemsState), group => group.Value));

        var found = IsPastTheEnd(query, tally.Total)
            ? []
            : await contracts.ListAsync(new ContractPageSpec(query, view.Instant, namedTypes), cancellationToken);
        var book = await names.ReadAsync(found, query.Lang, cancellationToken);
        var rows = found.Select(contract => Wording.Row(contract, book, view.AsOfOf(contract.RegionId))).ToList();

        var pending = await contracts.CountAsync(new PendingContracts(query, view.Instant), cancellationToken);
        return new ContractPage(
            tally.Total, query.Page, query.Size, rows, tally.Segments, view.Coverage, UnknownSystemExcluded: null, pending, NextCursor: null);
    }

    private static bool IsPastTheEnd(BrowseContracts query, int total) => (query.Page - 1L) * query.Size >= total;
}
