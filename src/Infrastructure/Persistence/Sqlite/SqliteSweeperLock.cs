using HangarBay.Application.Sync.Ports;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>A lock on a file of its own beside the database, so that migrating and sweeping do not block each other.</summary>
internal sealed class SqliteSweeperLock(DatabaseSettings settings) : ISweeperLock
{
    public Task<ISweeperLease?> TryAcquireAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var held = FileLock.TryTake($"{settings.File}-sweeper");
        return Task.FromResult<ISweeperLease?>(held is null ? null : new Lease(held));
    }

    private sealed class Lease(FileStream held) : ISweeperLease
    {
        // The kernel never takes the lock from a living process.
        public CancellationToken Lost => CancellationToken.None;

        public ValueTask DisposeAsync() => held.DisposeAsync();
    }
}
