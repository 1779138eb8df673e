using HangarBay.Infrastructure.Persistence.Schema;
using Npgsql;

namespace HangarBay.Infrastructure.Persistence.Postgres;

/// <summary>An advisory lock of a session. The server releases it when the session ends for any reason.</summary>
internal sealed class PostgresMigrationGate(NpgsqlDataSource dataSource, TimeProvider time) : IMigrationGate
{
    // Any number works, if no other lock of ours uses it.
    private const long Key = 0x48616E676172_01;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task<IAsyncDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        try
        {
            while (!await AskAsync(connection, "SELECT pg_try_advisory_lock(@key)", cancellationToken))
            {
                if (time.GetElapsedTime(began) > Patience) throw MigrationBlockedException.TookTooLong();
                await Task.Delay(Pause, time, cancellationToken);
            }

            return new Held(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<bool> AskAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("key", Key);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private sealed class Held(NpgsqlConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                await AskAsync(connection, "SELECT pg_advisory_unlock(@key)", CancellationToken.None);
            }
            catch (NpgsqlException)
            {
                // The session is gone, and the lock with it.
            }

            await connection.DisposeAsync();
        }
    }
}
