using HangarBay.Application.Abstractions;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Catalogue;

namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>
/// One page of the matches and one row more, sorted; ties by id in the direction of the sort, so that paging shows every row
/// once (B8).
/// </summary>
public sealed class ContractPageSpec : ListedContracts
{
    /// <param name="query">Filters, sort, and the page unless a position is given.</param>
    /// <param name="marketInstant">See B1.</param>
    /// <param name="namedTypes">The types whose name the search found; null where nothing is searched.</param>
    /// <param name="after">The row after which the page begins; null: by its number.</param>
    public ContractPageSpec(BrowseContracts query, DateTimeOffset marketInstant, IReadOnlyList<TypeId>? namedTypes, WalkPosition? after = null)
        : base(query, marketInstant, namedTypes)
    {
        Query.SortedAs(query);
        if (after is { } row) Query.Where(SortKey.Of(query.SortBy).Beyond(row, query.SortDirection == SortDirection.Desc));
        else if (query.Page is > 1 and var page) Query.Skip(query.Size * (page - 1));
        Query.Take(query.Size + 1);
    }
}

/// <summary>
/// The same of a page far on: what comes before it is skipped by its ids alone, which an index holds in their order where it
/// holds the sort.
/// </summary>
public sealed class DistantPageSpec : Specification<Contract>
{
    public DistantPageSpec(BrowseContracts query, DateTimeOffset marketInstant, IReadOnlyList<TypeId>? namedTypes) =>
        Query
            .WhereAmong(contract => contract.Id, new ContractPageSpec(query, marketInstant, namedTypes), contract => contract.Id)
            .SortedAs(query);
}

/// <summary>
/// The first page of few matches. They are found first, as a set that is not merged into the query (which its beginning, though
/// nothing is skipped, sees to), and sorted then: a database that walks along the sort instead passes most of the market by.
/// </summary>
public sealed class FewMatchesSpec : Specification<Contract>
{
    public FewMatchesSpec(BrowseContracts query, DateTimeOffset marketInstant, IReadOnlyList<TypeId>? namedTypes) =>
        Query
            .WhereAmong(contract => contract.Id, new AllMatches(query, marketInstant, namedTypes), contract => contract.Id)
            .SortedAs(query)
            .Take(query.Size + 1);
}

/// <summary>
/// All matches of whichever segment, sorted, where they are a handful; one row more than <see cref="Most"/>, and no telling
/// which, where there are more. Of those no more are looked at, which costs little beside what has to follow then.
/// </summary>
public sealed class HandfulSpec : Specification<Contract>
{
    public const int Most = BrowseContracts.MaxSize;

    public HandfulSpec(BrowseContracts query, DateTimeOffset marketInstant, IReadOnlyList<TypeId>? namedTypes) =>
        Query
            .WhereAmong(contract => contract.Id, new SomeMatches(query, marketInstant, namedTypes), contract => contract.Id)
            .SortedAs(query);
}

/// <summary>As many as a handful and one more, whichever are found first.</summary>
public sealed class SomeMatches : MatchingContracts
{
    public SomeMatches(BrowseContracts query, DateTimeOffset marketInstant, IReadOnlyList<TypeId>? namedTypes)
        : base(query, marketInstant, namedTypes) => Query.Take(HandfulSpec.Most + 1);
}

/// <summary>The first page of few matches where offered lines alone are asked for: the set is that of the kept lines.</summary>
public sealed class FewOffersSpec : Specification<Contract>
{
    public FewOffersSpec(BrowseContracts query, DateTimeOffset marketInstant)
    {
        Query.WhereAmong(contract => contract.Id, new OfferingLines(query, marketInstant), line => line.ContractId).SortedAs(query).Take(query.Size + 1);
        if (query.ContractType is { } type) Query.Where(contract => contract.Type == type);
        if (query.IsShipContract is { } isShip) Query.Where(contract => contract.IsShipContract == isShip);
    }
}

/// <summary>All that is listed, as a set by itself.</summary>
public sealed class AllMatches : ListedContracts
{
    public AllMatches(BrowseContracts query, DateTimeOffset marketInstant, IReadOnlyList<TypeId>? namedTypes)
        : base(query, marketInstant, namedTypes) => Query.Skip(0);
}

internal static class Sorting
{
    /// <summary>As the query asks; ties by id in the same direction (B8).</summary>
    public static ISpecificationBuilder<Contract> SortedAs(this ISpecificationBuilder<Contract> rows, BrowseContracts query)
    {
        var descending = query.SortDirection == SortDirection.Desc;
        var sorted = SortKey.Of(query.SortBy).Sort(rows, descending, mayBeNull: !IsBounded(query));
        return descending ? sorted.ThenByDescending(contract => contract.Id) : sorted.ThenBy(contract => contract.Id);
    }

    private static bool IsBounded(BrowseContracts query) => query.SortBy switch
    {
        ContractSort.Price => query is { MinPrice: not null } or { MaxPrice: not null },
        ContractSort.Collateral => query is { MinCollateral: not null } or { MaxCollateral: not null },
        ContractSort.Reward => query is { MinReward: not null } or { MaxReward: not null },
        _ => false,
    };
}
