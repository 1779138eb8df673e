namespace HangarBay.Infrastructure.Persistence.Schema;

/// <summary>Lets one process at a time migrate. Whoever holds it may die: the gate is open again at once.</summary>
internal interface IMigrationGate
{
    /// <exception cref="MigrationBlockedException">Somebody else is still at it after a minute, or the gate cannot be had.</exception>
    Task<IAsyncDisposable> EnterAsync(CancellationToken cancellationToken);
}
