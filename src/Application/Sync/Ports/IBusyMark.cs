namespace HangarBay.Application.Sync.Ports;

/// <summary>The mark on the market's row by which writers tell readers that it is about to change (decision 15).</summary>
public interface IBusyMark
{
    /// <summary>
    /// Marks the market as busy, unless it is already. Returns the busy period, 0 where it was never settled before; null where
    /// there is no market yet. Called outside transactions.
    /// </summary>
    Task<long?> RaiseAsync(CancellationToken cancellationToken);

    /// <summary>Whether the period still goes on. Where it does, nobody ends it before the transaction that this is called in.</summary>
    Task<bool> HoldAsync(long period, CancellationToken cancellationToken);

    /// <summary>The market is settled, unless somebody ended the period already. Called outside transactions.</summary>
    Task LowerAsync(long period, CancellationToken cancellationToken);
}
