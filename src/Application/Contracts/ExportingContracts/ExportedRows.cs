using FluentValidation;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.Market;
using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Matching;

namespace HangarBay.Application.Contracts.ExportingContracts;

/// <summary>The contracts of an export, whatever it tells of them.</summary>
internal static class ExportedRows
{
    private static readonly BrowseContractsValidator OfFilters = new();

    /// <summary>Judges the filters. The failures keep the filters' own names, because these are the parameters.</summary>
    public static void Judge<T>(BrowseContracts filters, ValidationContext<T> context)
    {
        foreach (var failure in OfFilters.Validate(filters).Errors) context.AddFailure(failure);
    }

    /// <summary>Every live contract that meets the filters, sorted by id. Their paging and sort are ignored.</summary>
    public static RowAt[] Find(BrowseContracts filters, MarketView view, CancellationToken cancellationToken)
    {
        // A sort may need lines to be read. An export has no sort, so it must not leave out contracts for it.
        var query = filters with { SortBy = ContractSort.DateIssued, Page = null, Cursor = null };
        using var live = RowSet.Live(view.Market, view.Instant, cancellationToken);
        var rows = new Conditions(query, view.Market).Keep(live);
        rows.Keep(new SegmentFilter(new SegmentTally(query, rows.CountBySegment()).Lists));
        return rows.ById();
    }
}
