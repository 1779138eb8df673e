using Npgsql;

namespace HangarBay.Infrastructure.Persistence.Postgres;

/// <summary>
/// Checks, once a process, that a connection has a server session of its own. A pooler that gives each transaction another session
/// (PgBouncer's pool_mode = transaction) loses advisory locks and settings, and passes them to other clients.
/// </summary>
/// <remarks>
/// Two statements that run in the same session prove nothing, as an idle pooler gives out the same session again. A message to a listener
/// proves it: a connection that sends no query receives the message only if the session is its own.
/// </remarks>
internal sealed class PostgresSessions(DatabaseSettings settings)
{
    internal const string Shared =
        "A pooler in front of the database gives each transaction another session, but each connection needs a session of its own: set pool_mode = session (PgBouncer), or connect to the server directly.";

    /// <summary>How long to wait for the message, which takes milliseconds. On a server slower than this nothing else works either.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly string _connectionString = new NpgsqlConnectionStringBuilder(settings.ConnectionString)
    {
        ApplicationName = "Hangar Bay session check",
        Pooling = false,
        Multiplexing = false,
        // Keepalive would send queries during the wait.
        KeepAlive = 0,
    }.ConnectionString;

    private volatile bool _areOwn;

    /// <summary>Whether each connection has a session of its own. A yes is remembered. Nothing else may use <paramref name="connection"/> meanwhile.</summary>
    public async Task<bool> AreOwnAsync(NpgsqlConnection connection) => _areOwn = _areOwn || await CompareAsync(connection);

    private async Task<bool> CompareAsync(NpgsqlConnection connection)
    {
        await using var listener = new NpgsqlConnection(_connectionString);
        await listener.OpenAsync();
        // A replica sends no messages.
        var isReplica = await AskAsync(listener, "SELECT pg_is_in_recovery()") is true;
        var channel = $"hangar_bay_{Guid.NewGuid():N}";
        if (!isReplica) await AskAsync(listener, $"LISTEN {channel}");

        // Two connections in one session: this finds a pooler in almost all cases, without a wait.
        const string session = "SELECT pg_backend_pid()";
        if (Equals(await AskAsync(listener, session), await AskAsync(connection, session))) return false;
        return isReplica || await HearsAsync(listener, connection, channel);
    }

    private static async Task<bool> HearsAsync(NpgsqlConnection listener, NpgsqlConnection speaker, string channel)
    {
        var isHeard = false;
        listener.Notification += (_, message) => isHeard |= message.Channel == channel;
        await AskAsync(speaker, $"SELECT pg_notify('{channel}', '')");
        // Every message that the server sends on its own ends one wait.
        while (!isHeard && await listener.WaitAsync(Patience))
        {
        }

        return isHeard;
    }

    private static async Task<object?> AskAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
