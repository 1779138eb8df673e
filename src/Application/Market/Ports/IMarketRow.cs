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
    /// Locks the row until the transaction ends, so that nobody else changes the market or settles it before. Returns the market's
    /// version, or null where the busy period is over.
    /// </summary>
    Task<long?> HoldAsync(long period, CancellationToken cancellationToken);

    /// <summary>Whether there is a market.</summary>
    Task<bool> ExistsAsync(CancellationToken cancellationToken);

    /// <summary>The market is of the mark's version now. Keeps the last <see cref="MarketMark.Most"/> marks. Called in the transaction that holds the row.</summary>
    Task AdvanceAsync(MarketMark mark, CancellationToken cancellationToken);

    /// <summary>The oldest version that has a mark, from which a process may go on following; null where there is none.</summary>
    Task<long?> OldestMarkAsync(CancellationToken cancellationToken);

    /// <summary>Forgets marks from before the instant, but never the last one. Returns the oldest version that has a mark still.</summary>
    Task<long?> ForgetMarksAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>The market is settled, unless somebody ended the busy period already. Called outside transactions.</summary>
    Task LowerAsync(long period, CancellationToken cancellationToken);
}
