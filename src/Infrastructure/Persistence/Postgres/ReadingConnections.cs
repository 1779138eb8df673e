using System.Collections.Concurrent;
using HangarBay.Application.Abstractions;
using Npgsql;

namespace HangarBay.Infrastructure.Persistence.Postgres;

/// <summary>
/// Connections that can only read, and on which the server gives up a query by itself when its time is over, even where nobody is
/// left to tell it. Both are set on the session, not asked for at its start, which poolers refuse or drop, and asked back. Nothing
/// else of a session outlives a query on them, so nothing has to be reset between two, and what is asked often stays prepared.
/// </summary>
internal sealed class ReadingConnections(DatabaseSettings settings, PostgresSessions sessions) : IDisposable
{
    /// <summary>Statements that one connection keeps prepared: more shapes of questions than that are asked, but not often.</summary>
    private const int Prepared = 50;

    /// <summary>A server lets a hundred sessions in unless it is told otherwise, and the sync wants some; more at once answer nothing sooner.</summary>
    private const int Most = 50;

    private readonly ConcurrentDictionary<TimeSpan, NpgsqlDataSource> _byLimit = [];

    /// <summary>One pool a limit; there are as many as settings name.</summary>
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
        return new NpgsqlDataSourceBuilder(connection.ConnectionString).OpeningWith(session => LimitAsync(session, limit)).Build();
    }

    private async Task LimitAsync(NpgsqlConnection session, TimeSpan limit)
    {
        await sessions.RequireAsync(session);
        await using var command = session.CreateCommand();
        command.CommandText = FormattableString.Invariant(
            $"SET statement_timeout = {(long)limit.TotalMilliseconds}; SET default_transaction_read_only = on");
        await command.ExecuteNonQueryAsync();
        await RequireLimitsAsync(session, limit);
    }

    /// <exception cref="DatabaseFaultException">The session has other limits, whoever saw to it.</exception>
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
                DatabaseFaultKind.Unsuitable, $"The database does not keep the setting {lost} for a session, so reading is not safe; a pooler that stands before it is not to change it."));
        }
    }
}
