using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Market;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>Counts the matches and reads a page of them, and one row more where there is one.</summary>
internal sealed class PageFinder(IReadRepository<Contract> contracts, SegmentCounter counter)
{
    /// <summary>So many matches are sorted sooner than as many of them are come across along the sort as a page holds.</summary>
    private const int Few = 2_500;

    public async Task<(SegmentTally Tally, IReadOnlyList<Contract> Found)> FindAsync(
        BrowseContracts query, MarketView market, IReadOnlyList<TypeId>? namedTypes, int page, WalkPosition? after, CancellationToken cancellationToken)
    {
        if (query.Search is not null && after is null)
        {
            var matches = await contracts.ListAsync(new HandfulSpec(query, market.Instant, namedTypes), cancellationToken);
            if (matches.Count <= HandfulSpec.Most) return PageOfAll(query, matches, page);
        }

        var tally = new SegmentTally(query, await counter.CountAsync(query, market, namedTypes, cancellationToken));
        return after is null && IsPastTheEnd(page, query.Size, tally.Total)
            ? (tally, [])
            : (tally, await contracts.ListAsync(PageOf(query, market.Instant, namedTypes, after, tally.Total), cancellationToken));
    }

    /// <summary>All that was searched for is at hand, whatever the segment: counted here, it costs no other question.</summary>
    private static (SegmentTally Tally, IReadOnlyList<Contract> Found) PageOfAll(BrowseContracts query, IReadOnlyList<Contract> matches, int page)
    {
        var tally = new SegmentTally(query, matches.CountBy(Segment.Of).ToDictionary());
        var listed = matches.Where(contract => tally.Lists(Segment.Of(contract))).ToList();
        return (tally, IsPastTheEnd(page, query.Size, listed.Count) ? [] : [.. listed.Skip(query.Size * (page - 1)).Take(query.Size + 1)]);
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
