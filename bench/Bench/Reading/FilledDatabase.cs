using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HangarBay.Bench.Reading;

/// <summary>A database that a process of its own has filled, so that the memory for filling it is free again.</summary>
internal sealed class FilledDatabase : TestDatabase
{
    private FilledDatabase(DatabaseProvider engine, string connection) => Settings = new DatabaseSettings(engine, connection, MigrateOnStartup: true);

    public override DatabaseSettings Settings { get; }

    /// <param name="market">The market to fill it with.</param>
    /// <param name="engine">The engine of the new database.</param>
    /// <param name="folder">The folder of the published application that fills it, with its benchmarks; null: these benchmarks.</param>
    public static async Task<FilledDatabase> FillAsync(ReadMarket market, DatabaseProvider engine, string? folder = null)
    {
        (string, string)[] server = engine == DatabaseProvider.Postgres ? [(PostgresServer.Variable, await PostgresServer.ConnectionStringAsync())] : [];
        string[] words =
        [
            Path.Combine(folder ?? AppContext.BaseDirectory, "HangarBay.Bench.dll"), "fill", "--engine", $"{engine}", "--live", $"{market.Live}", "--closed", $"{market.Closed}",
            "--lines", FormattableString.Invariant($"{market.LinesEach}"),
        ];
        await using var filling = Child.Start(words, server);
        var (_, output) = await filling.EndAsync();
        return new FilledDatabase(engine, output.Trim());
    }

    public override async ValueTask DisposeAsync()
    {
        if (Settings.Provider == DatabaseProvider.Sqlite)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(Path.GetDirectoryName(new SqliteConnectionStringBuilder(Settings.ConnectionString).DataSource)!, recursive: true);
            return;
        }

        NpgsqlConnection.ClearAllPools();
        await using var server = new NpgsqlConnection(await PostgresServer.ConnectionStringAsync());
        await server.OpenAsync();
        await using var drop = new NpgsqlCommand($"DROP DATABASE {new NpgsqlConnectionStringBuilder(Settings.ConnectionString).Database} WITH (FORCE)", server);
        await drop.ExecuteNonQueryAsync();
    }
}
