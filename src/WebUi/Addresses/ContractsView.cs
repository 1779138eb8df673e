using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.Filters;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;

namespace HangarBay.WebUi.Addresses;

/// <summary>What the list page shows; all of it is in the page's address. It is one segment, ships where the address names none (B12).</summary>
public sealed record ContractsView
{
    /// <summary>
    /// How many values all lists of a page may have together: every link repeats them, and every value has a link that removes it.
    /// </summary>
    public const int MaxValues = 60;

    private readonly BrowseContracts _filters = new();

    /// <summary>The filters as they were asked for, without the one segment.</summary>
    public BrowseContracts Filters
    {
        get => _filters;
        init => _filters = value with { Cursor = null };
    }

    /// <summary>The one segment that is shown; null: everything, or the several segments that the filters name.</summary>
    public ContractSegment? Segment { get; init; } = ContractSegment.Ships;

    /// <summary>Words of a place's name, to choose a system or station; null: none is looked for.</summary>
    public string? Place { get; init; }

    /// <summary>The language that the address names; null: the reader's browser chose it.</summary>
    public Language? NamedLanguage { get; init; }

    /// <summary>The question that the view asks.</summary>
    public BrowseContracts Query => Segment is { } segment ? Filters with { Segments = [segment] } : Filters;

    /// <summary>Whether its contracts have lines.</summary>
    public bool HasLines => Segment != ContractSegment.Couriers;

    /// <summary>The lists that have values, if they have more than a page may have; else none.</summary>
    public IReadOnlyList<ContractFilter> ListsTooLong
    {
        get
        {
            var lists = Filters.Given.Where(given => given.Filter is IListFilter).ToList();
            return lists.Sum(given => ((IListFilter)given.Filter).CountOf(given.Value)) > MaxValues ? [.. lists.Select(given => given.Filter)] : [];
        }
    }

    /// <summary>Whether a filter names persons, so that search engines must not list the page.</summary>
    public bool NamesPersons => Filters.Given.Any(given => given.Filter.NamesPersons);

    /// <summary>What offers a type alone, in the type's segment, by the price of one, the lowest first.</summary>
    /// <param name="type">The type.</param>
    /// <param name="category">Its category's id; null where that is unknown.</param>
    /// <param name="named">The language that the address names; null: none.</param>
    public static ContractsView OfType(TypeId type, int? category, Language? named) => new()
    {
        Filters = new() { TypeIds = [type], IsSingle = true, SortBy = ContractSort.UnitPrice, SortDirection = SortDirection.Asc },
        Segment = category == CategoryId.Ship.Value ? ContractSegment.Ships : category == CategoryId.Blueprint.Value ? ContractSegment.Blueprints : ContractSegment.Goods,
        NamedLanguage = named,
    };

    /// <summary>The same view without these filters.</summary>
    public ContractsView Without(IEnumerable<ContractFilter> filters) =>
        this with { Filters = Filters with { Given = filters.Aggregate(Filters.Given, (given, filter) => given.With(filter, null)) } };

    /// <summary>The same view in another segment, from its first page; null: in all of them.</summary>
    public ContractsView In(ContractSegment? segment)
    {
        var moved = this with { Segment = segment, Filters = Filters with { Segments = [], Page = null } };
        return Columns.Of(moved).Any(column => column.Sort == Filters.SortBy) ? moved : moved.SortedBy(ContractSort.DateIssued, SortDirection.Desc);
    }

    public ContractsView OnPage(int page) => this with { Filters = Filters with { Page = page == 1 ? null : page } };

    public ContractsView SortedBy(ContractSort sort, SortDirection direction) =>
        this with { Filters = Filters with { SortBy = sort, SortDirection = direction, Page = null } };

    /// <summary>The same segment in the same order, without all filters.</summary>
    public ContractsView Cleared => this with
    {
        Place = null,
        Filters = new()
        {
            SortBy = Filters.SortBy,
            SortDirection = Filters.SortDirection,
            Size = Filters.Size,
            Lang = Filters.Lang,
        },
    };

    /// <summary>The same view with other filters, from its first page.</summary>
    public ContractsView With(Func<BrowseContracts, BrowseContracts> change) => this with { Filters = change(Filters) with { Page = null } };
}
