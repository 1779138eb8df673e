using HangarBay.Application.Contracts.Market;
using MediatR;

namespace HangarBay.Application.Contracts.GetMarketStamp;

/// <summary>What every answer about the market depends on besides its question: while it stays, so do they.</summary>
public sealed record GetMarketStamp : IRequest<MarketStamp>;

/// <summary>
/// Moves with every commit of a sweep and with every whole minute, as contracts expire by the clock (B1).
/// <paramref name="Lasts"/> is how long it stays at most.
/// </summary>
public sealed record MarketStamp(long Contracts, long Coverage, DateTimeOffset Instant, TimeSpan Lasts)
{
    /// <summary>Before any other.</summary>
    internal static readonly MarketStamp Never = new(-1, -1, DateTimeOffset.MinValue, TimeSpan.Zero);

    /// <summary>The same text for the same stamp, however long it still lasts.</summary>
    public string Text => FormattableString.Invariant($"{Contracts}.{Coverage}.{Instant.ToUnixTimeMilliseconds()}");

    private (long Contracts, long Coverage, DateTimeOffset Instant) Order => (Contracts, Coverage, Instant);

    /// <summary>However long each still lasts.</summary>
    public bool IsSameAs(MarketStamp other) => Order == other.Order;

    internal bool IsAfter(MarketStamp other) => Order.CompareTo(other.Order) > 0;
}

internal sealed class GetMarketStampHandler(StampReader stamps) : IRequestHandler<GetMarketStamp, MarketStamp>
{
    public Task<MarketStamp> Handle(GetMarketStamp request, CancellationToken cancellationToken) => stamps.ReadAsync(cancellationToken);
}
