namespace HangarBay.Infrastructure.Persistence.Schema;

/// <summary>Lets one process at a time migrate. If the process that holds the gate dies, the gate is open again at once.</summary>
internal interface IMigrationGate
{
    /// <summary>Enters the gate, which is held until the returned object is disposed.</summary>
    /// <exception cref="MigrationBlockedException">Another process still migrates after a minute.</exception>
    /// <exception cref="DatabaseFaultException">On SQLite the lock file cannot be made or opened.</exception>
    Task<IAsyncDisposable> EnterAsync(CancellationToken cancellationToken);
}
