using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Filters;
using HangarBay.Domain;

namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <summary>
/// The live contracts that meet every filter given (section "Browsing" of docs/rules.md). Amounts in ISK, efficiencies in per cent;
/// bounds belong to the range.
/// </summary>
public sealed partial record BrowseContracts : IMarketQuestion<ContractPage>, IReadFromText, ILimitedQuestion
{
    public const int MaxSize = 100;
    public const int MaxValues = 200;
    public const int MaxCursorLength = 1000;

    /// <summary>The filters, by their entry in <see cref="ContractFilters"/>.</summary>
    public FilterValues Given { get; init; } = FilterValues.None;

    /// <summary>From 1; a page past the end is empty (B9). Null: the first, or the one the cursor stands before.</summary>
    public int? Page { get; init; }

    /// <summary>Rows a page, 1 to 100.</summary>
    public int Size { get; init; } = 50;

    /// <summary>Where the last page of this very query ended, as that page told; instead of <see cref="Page"/> (B9).</summary>
    public string? Cursor { get; init; }

    public ContractSort SortBy { get; init; } = ContractSort.DateIssued;

    public SortDirection SortDirection { get; init; } = SortDirection.Desc;

    /// <summary>What is counted besides (B17); it changes no row.</summary>
    public IReadOnlyList<FacetFamily> Facets { get; init; } = [];

    /// <summary>The reader's: for names in the answer, and for searching them.</summary>
    public Language Lang { get; init; }

    public IReadOnlyList<UnreadableParameter> Unreadable { get; init; } = [];

    public string? Key => BrowseKey.Of(this);

    /// <summary>The same with one filter set to something else; null: not set.</summary>
    public BrowseContracts With(ContractFilter filter, object? value) => this with { Given = Given.With(filter, value) };
}
