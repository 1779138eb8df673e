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
        var (key, descending) = (SortKey.Of(query.SortBy), query.SortDirection == SortDirection.Desc);
        key.Sort(Query, descending);
        _ = descending ? Query.ThenByDescending(contract => contract.Id) : Query.ThenBy(contract => contract.Id);
        if (after is { } row) Query.Where(key.Beyond(row, descending));
        else if (query.Page is > 1 and var page) Query.Skip(query.Size * (page - 1));
        Query.Take(query.Size + 1);
    }
}
