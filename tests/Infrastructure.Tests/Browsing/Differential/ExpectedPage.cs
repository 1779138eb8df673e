using System.Text;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain.Contracts;

namespace HangarBay.Infrastructure.Tests.Browsing.Differential;

/// <summary>The answer to a query by the rules.</summary>
internal sealed class ExpectedPage
{
    public ExpectedPage(Corpus corpus, BrowseContracts query)
    {
        var live = corpus.Live.Where(fact => query.EndsWithin is not { } hours || fact.Expires <= corpus.Instant.AddHours(hours)).ToList();
        var meeting = live.Where(fact => Rules.Meets(fact, query)).ToList();
        bool IsShown(Fact fact, BrowseContracts asked) =>
            (asked.ContractTypes.Count == 0 || asked.ContractTypes.Contains(fact.Type))
            && (asked.Segments.Count == 0 || (Rules.SegmentOf(fact) is { } segment && asked.Segments.Contains(segment)))
            && (asked.IsShipContract is not { } ships || Rules.IsShip(fact) == ships)
            && (!Rules.NeedsLines(asked) || !Rules.IsPending(fact));
        int Count(ContractType type)
        {
            var bearsLines = type is ContractType.ItemExchange or ContractType.Auction;
            var clicked = query with { ContractTypes = [type], IsShipContract = bearsLines ? query.IsShipContract : null };
            return meeting.Count(fact => IsShown(fact, clicked));
        }

        All = [.. Sorted(meeting.Where(fact => IsShown(fact, query)), query)];
        Segments = new SegmentCounts(
            Count(ContractType.ItemExchange), Count(ContractType.Auction), Count(ContractType.Courier), Count(ContractType.Loan), Count(ContractType.Unknown));
        Pending = live.Count(fact => Rules.IsPending(fact) && Rules.MeetsWithoutLines(fact, query)
            && (query.ContractTypes.Count == 0 || query.ContractTypes.Contains(fact.Type))
            && (query.Segments.Count == 0 || query.Segments.Any(segment => fact.Type == ContractType.Auction
                ? segment == ContractSegment.Auctions
                : segment is ContractSegment.Ships or ContractSegment.Blueprints or ContractSegment.Goods or ContractSegment.Wanted)));
        UnknownSystem = query.SystemIds.Count == 0
            ? null
            : live.Count(fact => Rules.SystemOf(fact.Start) is null && Rules.Meets(fact, query with { SystemIds = [] }) && IsShown(fact, query));
    }

    /// <summary>Every row, sorted.</summary>
    public IReadOnlyList<Fact> All { get; }

    public SegmentCounts Segments { get; }

    public int Pending { get; }

    public int? UnknownSystem { get; }

    /// <summary>B8: nulls last in both directions, ties by id in the direction of the sort.</summary>
    private static IEnumerable<Fact> Sorted(IEnumerable<Fact> facts, BrowseContracts query)
    {
        var sign = query.SortDirection == SortDirection.Desc ? -1 : 1;
        return facts.OrderBy(fact => fact, Comparer<Fact>.Create((left, right) =>
        {
            var (one, other) = (KeyOf(left, query.SortBy), KeyOf(right, query.SortBy));
            if (one is null != other is null) return one is null ? 1 : -1;
            var order = one is null ? 0 : Compare(one, other!);
            return sign * (order != 0 ? order : left.Id.CompareTo(right.Id));
        }));
    }

    private static IComparable? KeyOf(Fact fact, ContractSort sort) => sort switch
    {
        ContractSort.DateIssued => fact.Issued,
        ContractSort.DateExpired => fact.Expires,
        ContractSort.Price => Rules.Terms(fact).Price,
        ContractSort.Buyout => Rules.Terms(fact).Buyout,
        ContractSort.Collateral => Rules.Terms(fact).Collateral,
        ContractSort.Reward => Rules.Terms(fact).Reward,
        ContractSort.RewardPerVolume => Rules.RewardPerVolume(fact),
        ContractSort.Volume => fact.Volume,
        ContractSort.DaysToComplete => Rules.Terms(fact).Days,
        ContractSort.ShipName => Rules.ShipName(fact),
        ContractSort.UnitPrice => Rules.UnitPriceOf(fact),
        _ => throw new ArgumentOutOfRangeException(nameof(sort)),
    };

    /// <summary>Text by its code points, which is the order of its bytes in UTF-8.</summary>
    private static int Compare(IComparable one, IComparable other) => one is string text
        ? Encoding.UTF8.GetBytes(text).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes((string)other))
        : one.CompareTo(other);
}
