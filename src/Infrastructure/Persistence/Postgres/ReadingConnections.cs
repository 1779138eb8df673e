using System.Collections.Concurrent;
using Npgsql;

namespace HangarBay.Infrastructure.Persistence.Postgres;

/// <summary>
/// Connections that can only read, and on which the server gives up a query by itself when its time is over, even where nobody is
/// left to tell it. Nothing of a session outlives a query on them, so nothing has to be reset between two, and what is
/// asked often stays prepared.
/// </summary>
internal sealed class ReadingConnections(DatabaseSettings settings) : IDisposable
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
        connection.Options = FormattableString.Invariant(
            $"{connection.Options} -c statement_timeout={(long)limit.TotalMilliseconds} -c default_transaction_read_only=on");
        return new NpgsqlDataSourceBuilder(connection.ConnectionString).Build();
    }
}
