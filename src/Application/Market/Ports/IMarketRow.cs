using HangarBay.Domain.Market;

namespace HangarBay.Application.Market.Ports;

/// <summary>The market's one row: whether it is settled or busy, and its version (decision 15).</summary>
public interface IMarketRow
{
    /// <summary>
    /// Marks the market as busy, unless it is already. Returns the busy period, 0 where the market was never settled before; null
    /// where there is no market yet. Called outside transactions.
    /// </summary>
    Task<long?> RaiseAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Locks the row until the transaction ends, so that no other writer changes or settles the market before. Returns the market's
    /// version, or null where the busy period is over.
    /// </summary>
    Task<long?> HoldAsync(long period, CancellationToken cancellationToken);

    /// <summary>Whether there is a market.</summary>
    Task<bool> ExistsAsync(CancellationToken cancellationToken);

    /// <summary>When the market last changed; null where it never did. Called in the transaction that locks the row.</summary>
    Task<DateTimeOffset?> LastChangeAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Sets the market's version to the mark's. Keeps the last <see cref="MarketMark.Most"/> marks. Called in the transaction that locks
    /// the row.
    /// </summary>
    Task AdvanceAsync(MarketMark mark, CancellationToken cancellationToken);

    /// <summary>The oldest version that has a mark; a process at this version can still follow the market. Null where there is no mark.</summary>
    Task<long?> OldestMarkAsync(CancellationToken cancellationToken);

    /// <summary>Deletes marks from before the instant, but never the last one. Returns the oldest version that still has a mark.</summary>
    Task<long?> ForgetMarksAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Settles the market, unless the busy period has ended already. Called outside transactions.</summary>
    Task LowerAsync(long period, CancellationToken cancellationToken);
}
