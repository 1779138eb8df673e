namespace HangarBay.Application.Sync.Ports;

/// <summary>
/// The lock in the database by which one process at a time sweeps (M7). It goes with the process or session that holds it,
/// however that ends; what a holder does that lost it without noticing, the region's version keeps from doing harm.
/// </summary>
public interface ISweeperLock
{
    /// <summary>Null where another holds it. Never waits. Throws the database's own faults.</summary>
    Task<ISweeperLease?> TryAcquireAsync(CancellationToken cancellationToken);
}

/// <summary>The lock, held until it is disposed.</summary>
public interface ISweeperLease : IAsyncDisposable
{
    /// <summary>Cancelled once the lock is known to be lost; never where it cannot be while the process lives.</summary>
    CancellationToken Lost { get; }
}
