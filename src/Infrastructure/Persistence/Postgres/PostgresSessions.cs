using HangarBay.Application.Abstractions;
using Npgsql;

namespace HangarBay.Infrastructure.Persistence.Postgres;

/// <summary>
/// Makes sure, once a process, that a connection is a session of the server. A pooler that gives each transaction another session
/// (PgBouncer's pool_mode = transaction) loses advisory locks and settings, and hands them to strangers.
/// </summary>
/// <remarks>
/// That two statements meet the same session proves nothing, as an idle pooler gives the last one out again. A message to a listener
/// does: it comes to a connection that asks nothing only where the session is its own.
/// </remarks>
internal sealed class PostgresSessions(DatabaseSettings settings)
{
    internal const string Shared =
        "The database is reached through a pooler that gives each transaction another session; sessions of its own are needed: set pool_mode = session (PgBouncer), or name the server itself.";

    /// <summary>A message takes milliseconds; on a server that is that slow nothing else works either.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly string _connectionString = new NpgsqlConnectionStringBuilder(settings.ConnectionString)
    {
        ApplicationName = "Hangar Bay session check",
        Pooling = false,
        Multiplexing = false,
        // It would ask something meanwhile.
        KeepAlive = 0,
    }.ConnectionString;

    private volatile bool _areOwn;

    /// <summary>To be called before the first use of <paramref name="connection"/>.</summary>
    /// <exception cref="DatabaseFaultException">Sessions are shared.</exception>
    public async Task RequireAsync(NpgsqlConnection connection)
    {
        if (_areOwn) return;
        if (!await AreOwnAsync(connection)) throw new DatabaseFaultException(new(DatabaseFaultKind.Unsuitable, Shared));
        _areOwn = true;
    }

    private async Task<bool> AreOwnAsync(NpgsqlConnection connection)
    {
        await using var listener = new NpgsqlConnection(_connectionString);
        await listener.OpenAsync();
        // A replica sends no messages.
        var isReplica = await AskAsync(listener, "SELECT pg_is_in_recovery()") is true;
        var channel = $"hangar_bay_{Guid.NewGuid():N}";
        if (!isReplica) await AskAsync(listener, $"LISTEN {channel}");

        // Two connections in one session: as good as always, and at once.
        const string session = "SELECT pg_backend_pid()";
        if (Equals(await AskAsync(listener, session), await AskAsync(connection, session))) return false;
        return isReplica || await HearsAsync(listener, connection, channel);
    }

    private static async Task<bool> HearsAsync(NpgsqlConnection listener, NpgsqlConnection speaker, string channel)
    {
        var isHeard = false;
        listener.Notification += (_, message) => isHeard |= message.Channel == channel;
        await AskAsync(speaker, $"SELECT pg_notify('{channel}', '')");
        // Anything that the server tells by itself ends a wait.
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
