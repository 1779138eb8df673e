using System.Collections.Concurrent;
using HangarBay.Application.Abstractions;
using Npgsql;

namespace HangarBay.Infrastructure.Persistence.Postgres;

/// <summary>
/// Connections that can only read. On them the server itself ends a query after its time limit, even if the client has gone. Both settings
/// are set on the session and then read back. They are not start-up parameters, as poolers refuse or drop those. A query leaves nothing else
/// behind in a session, so nothing is reset between two queries, and frequent statements stay prepared.
/// </summary>
internal sealed class ReadingConnections(DatabaseSettings settings, PostgresSessions sessions) : IDisposable
{
    /// <summary>Number of statements that one connection keeps prepared. There are more shapes of questions, but the others are rare.</summary>
    private const int Prepared = 50;

    /// <summary>
    /// Largest size of a pool. A server accepts a hundred sessions by default, and the sync needs some of them. More sessions would not
    /// answer sooner.
    /// </summary>
    private const int Most = 50;

    private readonly ConcurrentDictionary<TimeSpan, NpgsqlDataSource> _byLimit = [];

    /// <summary>A connection from the pool of a limit. There is one pool for each limit that the settings name.</summary>
    public NpgsqlConnection Create(TimeSpan limit) => _byLimit.GetOrAdd(limit, Build).CreateConnection();

    public void Dispose()
    {
        foreach (var source in _byLimit.Values) source.Dispose();
    }

    private NpgsqlDataSource Build(TimeSpan limit)
    {
        var connection = new NpgsqlConnectionStringBuilder(settings.ConnectionString)
        {
            ApplicationName = "HangarBay reading",
            NoResetOnClose = true,
            MaxAutoPrepare = Prepared,
            MinPoolSize = 0,
        };
        connection.MaxPoolSize = Math.Min(connection.MaxPoolSize, Most);
        return new NpgsqlDataSourceBuilder(connection.ConnectionString)
            .UsePhysicalConnectionInitializer(
                _ => throw new NotSupportedException("Connections for reading are opened asynchronously."),
                session => LimitAsync(session, limit))
            .Build();
    }

    /// <exception cref="DatabaseFaultException">Sessions are shared, or do not keep the limit.</exception>
    private async Task LimitAsync(NpgsqlConnection session, TimeSpan limit)
    {
        if (!await sessions.AreOwnAsync(session)) throw new DatabaseFaultException(new(DatabaseFaultKind.Unsuitable, PostgresSessions.Shared));
        await using var command = session.CreateCommand();
        command.CommandText = FormattableString.Invariant(
            $"SET statement_timeout = {(long)limit.TotalMilliseconds}; SET default_transaction_read_only = on");
        await command.ExecuteNonQueryAsync();
        await RequireLimitsAsync(session, limit);
    }

    /// <exception cref="DatabaseFaultException">The session does not have these limits, for whatever reason.</exception>
    internal static async Task RequireLimitsAsync(NpgsqlConnection session, TimeSpan limit)
    {
        await using var command = session.CreateCommand();
        command.CommandText = "SELECT setting::bigint, current_setting('default_transaction_read_only') FROM pg_settings WHERE name = 'statement_timeout'";
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        var lost = row.GetInt64(0) != (long)limit.TotalMilliseconds ? "statement_timeout" : row.GetString(1) != "on" ? "default_transaction_read_only" : null;
        if (lost is not null)
        {
            throw new DatabaseFaultException(new(
                DatabaseFaultKind.Unsuitable, $"The database does not keep the setting {lost} for a session, so reading is not safe; a pooler in front of the database must not change it."));
        }
    }
}
