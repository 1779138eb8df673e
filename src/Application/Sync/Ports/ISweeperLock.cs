namespace HangarBay.Application.Sync.Ports;

/// <summary>
/// The lock in the database that lets one process at a time sweep (M7). It is released when the process or session that holds it ends, in
/// whatever way. A holder may lose the lock without noticing. Then the version of the region's coverage refuses its writes.
/// </summary>
public interface ISweeperLock
{
    /// <summary>Null where another holds it. Never waits. Throws the database's own faults.</summary>
    Task<ISweeperLease?> TryAcquireAsync(CancellationToken cancellationToken);
}

/// <summary>The lock, held until it is disposed.</summary>
public interface ISweeperLease : IAsyncDisposable
{
    /// <summary>Cancelled once the lock is known to be lost. Never cancelled where the lock cannot be lost while the process lives.</summary>
    CancellationToken Lost { get; }
}
