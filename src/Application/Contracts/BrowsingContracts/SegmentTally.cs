using HangarBay.Application.Contracts.Market;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <summary>
/// Counts the matches of one question by <see cref="Segment"/>. <c>Total</c> applies all filters. The count of a segment drops the segment
/// filter, and the ships filter too where the segment has no lines (B10).
/// </summary>
internal sealed class SegmentTally(BrowseContracts query, IReadOnlyDictionary<Segment, int> counts)
{
    private readonly bool _needsLines = query.NeedsLines();

    /// <param name="query">The question.</param>
    /// <param name="counts">By <see cref="SegmentCode"/>.</param>
    public SegmentTally(BrowseContracts query, int[] counts)
        : this(query, counts.Index().Where(count => count.Item > 0).ToDictionary(count => SegmentCode.Read(count.Index), count => count.Item))
    {
    }

    public int Total => counts.Where(group => Lists(group.Key)).Sum(group => group.Value);

    /// <summary>The part of <see cref="Total"/> that is of one type.</summary>
    public int TotalOf(ContractType type) => counts.Where(group => group.Key.Type == type && Lists(group.Key)).Sum(group => group.Value);

    /// <summary>The part of <see cref="Total"/> that is in the segment.</summary>
    public int TotalOf(ContractSegment name) => counts.Where(group => group.Key.Name == name && Lists(group.Key)).Sum(group => group.Value);

    /// <summary>The part of <see cref="Total"/> whose type is in no segment.</summary>
    public int TotalOutside => TotalOf(ContractType.Loan) + TotalOf(ContractType.Unknown);

    public SegmentCounts Segments => new(
        Count(ContractType.ItemExchange),
        Count(ContractType.Auction),
        Count(ContractType.Courier),
        Count(ContractType.Loan),
        Count(ContractType.Unknown));

    /// <summary>Whether contracts of that segment are among those that <see cref="Total"/> counts.</summary>
    public bool Lists(Segment segment) =>
        query.Given.All(given => given.Filter.Admits(given.Value, segment)) && (!_needsLines || !segment.LinesState.IsUnread());

    /// <summary>The number of contracts that a click on the segment shows.</summary>
    private int Count(ContractType type) =>
        new SegmentTally(query with { ContractTypes = [type], IsShipContract = type.BearsLines() ? query.IsShipContract : null }, counts).Total;
}
