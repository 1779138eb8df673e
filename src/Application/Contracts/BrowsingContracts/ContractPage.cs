namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <summary>
/// A page of live contracts. <paramref name="Total"/> counts every match. <paramref name="SegmentCounts"/> tells what the other segments
/// would show (B10). <paramref name="Pending"/> counts the contracts that wait for their lines (B2).
/// <paramref name="UnknownSystemExcluded"/> is null unless systems were asked for (B6). <paramref name="NextCursor"/> is null at the end,
/// <paramref name="Facets"/> where none were asked for.
/// </summary>
public sealed record ContractPage(
    int Total,
    int Page,
    int Size,
    IReadOnlyList<ContractRow> Items,
    SegmentCounts SegmentCounts,
    MarketCoverage Coverage,
    int? UnknownSystemExcluded,
    int Pending,
    string? NextCursor,
    Facets? Facets = null);

/// <summary>How many rows each segment would show.</summary>
public sealed record SegmentCounts(int ItemExchange, int Auction, int Courier, int Loan, int Unknown);
