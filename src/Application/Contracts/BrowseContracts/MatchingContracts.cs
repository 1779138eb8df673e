using System.Linq.Expressions;
using HangarBay.Application.Abstractions;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>
/// Live contracts at the market instant that meet every filter but two: segment and ships, which
/// <see cref="SegmentTally"/> lifts for its counts (B10).
/// </summary>
public class MatchingContracts : Specification<Contract>
{
    /// <param name="query">The filters.</param>
    /// <param name="marketInstant">See B1.</param>
    /// <param name="namedTypes">The types whose name the search found; null where nothing is searched.</param>
    public MatchingContracts(BrowseContracts query, DateTimeOffset marketInstant, IReadOnlyList<TypeId>? namedTypes)
    {
        Query.Where(contract => contract.ClosedAt == null && contract.DateExpired > marketInstant);
        if (query.Search is { } search) Query.Where(Mentions(SearchTerms.Of(search), namedTypes ?? []));
        if (query.MinPrice is { } min) AtLeast(Isk.Of(min));
        if (query.MaxPrice is { } max) AtMost(Isk.Of(max));
        if (query.RegionIds is { Count: > 0 } regions) Query.Where(contract => regions.Contains(contract.RegionId));
        if (query.TypeIds is { Count: > 0 } types)
            Query.Where(contract => contract.Items.Any(item => item.IsIncluded && types.Contains(item.TypeId)));
    }

    private void AtLeast(Isk min) => Query.Where(contract => (contract.CurrentBid ?? contract.Price) >= min);

    private void AtMost(Isk max) => Query.Where(contract => (contract.CurrentBid ?? contract.Price) <= max);

    /// <summary>Every term in the title, or every term in the name of one offered item (B3).</summary>
    private static Expression<Func<Contract, bool>> Mentions(IReadOnlyList<string> terms, IReadOnlyList<TypeId> namedTypes)
    {
        var titled = Conditions.AllOf(terms.Select(TitleHolds));
        return namedTypes.Count == 0
            ? titled
            : titled.Or(contract => contract.Items.Any(item => item.IsIncluded && namedTypes.Contains(item.TypeId)));
    }

    private static Expression<Func<Contract, bool>> TitleHolds(string term) => contract => contract.TitleSearch.Contains(term);
}
