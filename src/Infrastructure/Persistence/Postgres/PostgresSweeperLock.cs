using HangarBay.Application.Sync.Ports;
using Medallion.Threading.Postgres;
using Npgsql;

namespace HangarBay.Infrastructure.Persistence.Postgres;

/// <summary>
/// An advisory lock in a session of its own. The server releases it when the session ends. The session is idle between queries, so that the
/// server notices at once when the process dies. If a machine disappears, keepalives of both sides find out within 20 seconds. The server
/// sends TCP keepalives after 5 s of silence, and gives up after 3 of them, 5 s apart. The process sends a query after 5 s of silence.
/// </summary>
internal sealed class PostgresSweeperLock(DatabaseSettings settings) : ISweeperLock
{
    private static readonly PostgresAdvisoryLockKey Key = new(0x48616E676172_02);

    // The connection is ours and not the library's. The library watches its own connection by a sleeping query, and while that runs the
    // server does not notice that the process has died.
    private readonly string _connectionString = new NpgsqlConnectionStringBuilder(settings.ConnectionString)
    {
        ApplicationName = "Hangar Bay sweeper",
        Pooling = false,
        Multiplexing = false,
        KeepAlive = 5,
        TcpKeepAlive = true,
        Timeout = 10,
        CommandTimeout = 5,
    }.ConnectionString;

    public async Task<ISweeperLease?> TryAcquireAsync(CancellationToken cancellationToken)
    {
        var session = new NpgsqlConnection(_connectionString);
        try
        {
            await session.OpenAsync(cancellationToken);
            await using (var command = new NpgsqlCommand(
                "SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3", session))
                await command.ExecuteNonQueryAsync(cancellationToken);

            if (await new PostgresDistributedLock(Key, session).TryAcquireAsync(TimeSpan.Zero, cancellationToken) is { } handle)
                return new Lease(session, handle);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }

        await session.DisposeAsync();
        return null;
    }

    private sealed class Lease(NpgsqlConnection session, PostgresDistributedLockHandle handle) : ISweeperLease
    {
        public CancellationToken Lost { get; } = handle.HandleLostToken;

        public async ValueTask DisposeAsync()
        {
            try
            {
                await handle.DisposeAsync();
            }
            catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
            {
                // The session is gone, and the lock with it.
            }

            await session.DisposeAsync();
        }
    }
}
