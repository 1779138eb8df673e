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
        Bound(query);
        StartIn(query);
        if (query.IsBpc is { } isBpc) Query.Where(contract => contract.IsBlueprintCopyContract == isBpc);
        if (OfferedLine.Asked(query) is { } asked) Query.Where(contract => contract.Items.AsQueryable().Any(asked));
    }

    private void Bound(BrowseContracts query)
    {
        if (query.MinPrice is { } minPrice) AtLeast(contract => contract.CurrentBid ?? contract.Price, minPrice);
        if (query.MaxPrice is { } maxPrice) AtMost(contract => contract.CurrentBid ?? contract.Price, maxPrice);
        if (query.MinCollateral is { } minCollateral) AtLeast(contract => contract.Collateral, minCollateral);
        if (query.MaxCollateral is { } maxCollateral) AtMost(contract => contract.Collateral, maxCollateral);
        if (query.MinReward is { } minReward) AtLeast(contract => contract.Reward, minReward);
        if (query.MaxReward is { } maxReward) AtMost(contract => contract.Reward, maxReward);
    }

    private void AtLeast(Expression<Func<Contract, Isk?>> amount, decimal isk) => Query.Where(amount.Compared(ExpressionType.GreaterThanOrEqual, Isk.Of(isk)));

    private void AtMost(Expression<Func<Contract, Isk?>> amount, decimal isk) => Query.Where(amount.Compared(ExpressionType.LessThanOrEqual, Isk.Of(isk)));

    private void StartIn(BrowseContracts query)
    {
        if (query.RegionIds is { Count: > 0 } regions) Query.Where(contract => regions.Contains(contract.RegionId));
        if (query.StationIds is { Count: > 0 } stations)
            Query.Where(contract => contract.StartLocationId != null && stations.Contains(contract.StartLocationId.Value));
        if (query.SystemIds is { Count: > 0 } systems) Query.WhereAmong(contract => contract.StartLocationId, new PlacesInSystems(systems));
        if (query.Security is { Count: > 0 } bands) Query.WhereAmong(contract => contract.StartLocationId, new PlacesOfSecurity(bands));
    }

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
