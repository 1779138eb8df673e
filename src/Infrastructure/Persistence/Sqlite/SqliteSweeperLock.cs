using HangarBay.Application.Sync.Ports;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>A file beside the database, of its own: migrating and sweeping are no matter of each other.</summary>
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
        // The kernel takes it from nobody who lives.
        public CancellationToken Lost => CancellationToken.None;

        public ValueTask DisposeAsync() => held.DisposeAsync();
    }
}
