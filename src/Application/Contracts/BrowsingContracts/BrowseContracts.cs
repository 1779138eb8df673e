using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Filters;
using HangarBay.Domain;

namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <summary>
/// The live contracts that meet every filter given (section "Browsing" of docs/rules.md). Amounts are in ISK, efficiencies in per cent;
/// bounds are inclusive.
/// </summary>
public sealed partial record BrowseContracts : IMarketQuestion<ContractPage>, IReadFromText, ILimitedQuestion
{
    public const int MaxSize = 100;
    public const int MaxValues = 200;
    public const int MaxCursorLength = 1000;

    /// <summary>The filters, by their entry in <see cref="ContractFilters"/>.</summary>
    public FilterValues Given { get; init; } = FilterValues.None;

    /// <summary>From 1; a page past the end is empty (B9). Null means the first page, or the page that the cursor leads to.</summary>
    public int? Page { get; init; }

    /// <summary>Rows per page, 1 to 100.</summary>
    public int Size { get; init; } = 50;

    /// <summary>The <c>next_cursor</c> of the last page of this very query; given instead of <see cref="Page"/> (B9).</summary>
    public string? Cursor { get; init; }

    public ContractSort SortBy { get; init; } = ContractSort.DateIssued;

    public SortDirection SortDirection { get; init; } = SortDirection.Desc;

    /// <summary>The facets to count as well (B17); they change no row.</summary>
    public IReadOnlyList<FacetFamily> Facets { get; init; } = [];

    /// <summary>Whether rows tell for which item they are listed; it changes no row of the API.</summary>
    public bool Explains { get; init; }

    /// <summary>The reader's language: for names in the answer, and for searching them.</summary>
    public Language Lang { get; init; }

    public IReadOnlyList<UnreadableParameter> Unreadable { get; init; } = [];

    public string? Key => BrowseKey.Of(this);

    /// <summary>The same question with one filter set to another value; null removes the filter.</summary>
    public BrowseContracts With(ContractFilter filter, object? value) => this with { Given = Given.With(filter, value) };
}
