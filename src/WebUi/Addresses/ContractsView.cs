using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.Filters;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;

namespace HangarBay.WebUi.Addresses;

/// <summary>
/// What the list page shows; all of it is in the page's address. Ships only is the default here, unlike in the API (B7). It applies only
/// where contracts have lines: a segment without lines ignores it, and keeps it for the way back (B10).
/// </summary>
public sealed record ContractsView
{
    /// <summary>
    /// How many values all lists of a page may have together: every link repeats them, and every value has a link that removes it.
    /// </summary>
    public const int MaxValues = 60;

    private readonly BrowseContracts _filters = new();

    /// <summary>The filters as they were asked for, without ships only.</summary>
    public BrowseContracts Filters
    {
        get => _filters;
        init => _filters = value with { IsShipContract = null, Cursor = null };
    }

    public bool ShipsOnly { get; init; } = true;

    /// <summary>Words of a place's name, to choose a system or station; null: none is looked for.</summary>
    public string? Place { get; init; }

    /// <summary>The language that the address names; null: the reader's browser chose it.</summary>
    public Language? NamedLanguage { get; init; }

    /// <summary>The question that the view asks.</summary>
    public BrowseContracts Query => Filters with { IsShipContract = ShipsOnly && HasLines ? true : null };

    /// <summary>The one contract type that is shown; null: several, or all.</summary>
    public ContractType? Segment => Filters.ContractTypes is { Count: > 0 } types && types.All(type => type == types[0]) ? types[0] : null;

    /// <summary>Whether its segment, or one of its segments, has lines.</summary>
    public bool HasLines => Filters.ContractTypes.Count == 0 || Filters.ContractTypes.Any(type => type.BearsLines());

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

    /// <summary>The same view without these filters.</summary>
    public ContractsView Without(IEnumerable<ContractFilter> filters) =>
        this with { Filters = Filters with { Given = filters.Aggregate(Filters.Given, (given, filter) => given.With(filter, null)) } };

    /// <summary>The number of rows without a segment according to <paramref name="counts"/>, with ships only as asked for.</summary>
    public int CountOfAll(SegmentCounts counts) => counts.ItemExchange + counts.Auction + (ShipsOnly ? 0 : counts.Courier + counts.Loan + counts.Unknown);

    /// <summary>The same view in another segment, from its first page; null: in all of them.</summary>
    public ContractsView In(ContractType? segment)
    {
        var moved = this with { Filters = Filters with { ContractTypes = OnlyIn(segment), Page = null } };
        return Columns.Of(moved).Any(column => column.Sort == Filters.SortBy) ? moved : moved.SortedBy(ContractSort.DateIssued, SortDirection.Desc);
    }

    /// <summary>Whether the tab of a segment stands for what is shown; null: the tab of all.</summary>
    public bool IsIn(ContractType? segment) => segment is null ? Filters.ContractTypes.Count == 0 : Segment == segment;

    public ContractsView OnPage(int page) => this with { Filters = Filters with { Page = page == 1 ? null : page } };

    public ContractsView SortedBy(ContractSort sort, SortDirection direction) =>
        this with { Filters = Filters with { SortBy = sort, SortDirection = direction, Page = null } };

    /// <summary>The same segment in the same order, with ships only as asked for, and without all filters.</summary>
    public ContractsView Cleared => this with
    {
        Place = null,
        Filters = new()
        {
            ContractTypes = OnlyIn(Segment),
            SortBy = Filters.SortBy,
            SortDirection = Filters.SortDirection,
            Size = Filters.Size,
            Lang = Filters.Lang,
        },
    };

    /// <summary>The same view with other filters, from its first page.</summary>
    public ContractsView With(Func<BrowseContracts, BrowseContracts> change) => this with { Filters = change(Filters) with { Page = null } };

    private static IReadOnlyList<ContractType> OnlyIn(ContractType? segment) => segment is { } type ? [type] : [];
}
