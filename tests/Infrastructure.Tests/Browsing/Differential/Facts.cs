using HangarBay.Domain.Contracts;

namespace HangarBay.Infrastructure.Tests.Browsing.Differential;

/// <summary>A contract with the values from ESI and the progress of the sync. No value here is derived.</summary>
internal sealed record Fact
{
    public required long Id { get; init; }

    public required ContractType Type { get; init; }

    public required int Region { get; init; }

    public required string Title { get; init; }

    public required long Issuer { get; init; }

    public long? Start { get; init; }

    public long? End { get; init; }

    public decimal? Price { get; init; }

    public decimal? Buyout { get; init; }

    public decimal? Collateral { get; init; }

    public decimal? Reward { get; init; }

    public double? Volume { get; init; }

    public int? Days { get; init; }

    public required DateTimeOffset Issued { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>The lines by record id; empty unless they were read.</summary>
    public IReadOnlyList<FactLine> Lines { get; init; } = [];

    public LinesState State { get; init; }

    /// <summary>The bids; null: unread.</summary>
    public IReadOnlyList<decimal>? Bids { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public bool BearsLines => Type is ContractType.ItemExchange or ContractType.Auction;
}

internal sealed record FactLine(long RecordId, int Type, bool Offered, bool Copy, int? Runs, int? Me, int? Te, long Quantity = 1);

/// <summary>A market at an instant.</summary>
internal sealed record Corpus(IReadOnlyList<Fact> Contracts, DateTimeOffset Now, DateTimeOffset? ChangedAt)
{
    /// <summary>The market instant: the last whole minute, or the last commit of a sweep if that is later.</summary>
    public DateTimeOffset Instant
    {
        get
        {
            var minute = new DateTimeOffset(Now.Year, Now.Month, Now.Day, Now.Hour, Now.Minute, 0, TimeSpan.Zero);
            return ChangedAt > minute ? ChangedAt.Value : minute;
        }
    }

    public IReadOnlyList<Fact> Live => [.. Contracts.Where(contract => contract.ClosedAt is null && contract.Expires > Instant)];
}
