using System.Linq.Expressions;
using HangarBay.Application.Abstractions;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;

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
        Query.Where(Contract.IsLiveAt(marketInstant));
        if (query.Search is { } search) Mention(SearchTerms.Of(search), namedTypes ?? []);
        Bound(query);
        StartIn(query);
        if (query.IsBpc is { } isBpc) Query.Where(contract => contract.IsBlueprintCopyContract == isBpc);
        if (OfferedLine.Asked(query) is { } asked) Query.WhereAmong(contract => contract.Id, new ContractsOfLines(asked));
    }

    private void Bound(BrowseContracts query)
    {
        if (query.MinPrice is { } minPrice) AtLeast(contract => contract.PriceNow, minPrice);
        if (query.MaxPrice is { } maxPrice) AtMost(contract => contract.PriceNow, maxPrice);
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
    private void Mention(IReadOnlyList<string> terms, IReadOnlyList<TypeId> namedTypes)
    {
        var titled = new ContractsTitled(terms);
        if (namedTypes.Count == 0) Query.Where(titled.Condition);
        else Query.WhereAmongEither(contract => contract.Id, titled, new ContractsOfLines(namedTypes));
    }
}

/// <summary>Open contracts whose title holds every term.</summary>
public sealed class ContractsTitled : Specification<Contract, ContractId>
{
    public ContractsTitled(IReadOnlyList<string> terms)
    {
        // Says what the terms imply in the words of the index of titles, without which that is not found.
        Condition = Conditions.AllOf(terms.Select(Holds).Prepend(contract => contract.TitleSearch != ""));
        Query.Where(Contract.IsOpen).Where(Condition);
        Query.Select(contract => contract.Id);
    }

    internal Expression<Func<Contract, bool>> Condition { get; }

    private static Expression<Func<Contract, bool>> Holds(string term) => contract => contract.TitleSearch.Contains(term);
}

/// <summary>
/// Whatever is not closed and offers such a line. Asked by itself, and not contract by contract, as SQLite would ask what stands
/// under an <c>EXISTS</c>.
/// </summary>
public sealed class ContractsOfLines : Specification<OpenLine, ContractId>
{
    public ContractsOfLines(Expression<Func<OpenLine, bool>> line)
    {
        Query.Where(line);
        Query.Select(open => open.ContractId);
    }

    public ContractsOfLines(IReadOnlyList<TypeId> types)
        : this(line => types.Contains(line.TypeId))
    {
    }
}
