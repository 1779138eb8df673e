using System.Diagnostics;
using System.Globalization;
using HangarBay.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HangarBay.Bench;

/// <summary>
/// Measures the storing of a first fill with answers from memory. It is compared with the least that an engine needs for the same rows in
/// the same schema: a raw binary COPY, or prepared inserts in one transaction.
/// </summary>
internal static class Storing
{
    private static readonly string[] Tables = ["contracts", "contract_lines"];

    public static async Task RunAsync(int contracts, int rounds, IReadOnlyList<DatabaseProvider> engines)
    {
        Table.Start(
            $"Storing {contracts.ToString("N0", CultureInfo.InvariantCulture)} contracts and their lines", "run", "sweep s", "lines s", "bare s", "× bare");
        foreach (var engine in engines)
        {
            var ratios = new List<double>();
            for (var round = 0; round <= rounds; round++)
            {
                var (sweep, lines, bare) = await MeasureAsync(engine, contracts);
                var ratio = (sweep + lines) / bare;
                // The first round warms up both sides.
                if (round > 0) ratios.Add(ratio);
                Table.Row(round == 0 ? $"{engine} warm-up" : $"{engine} {round}", Seconds(sweep), Seconds(lines), Seconds(bare), Ratio(ratio));
            }

            ratios.Sort();
            Table.Row($"{engine} median", "", "", "", Ratio(ratios[ratios.Count / 2]));
        }
    }

    private static async Task<(TimeSpan Sweep, TimeSpan Lines, TimeSpan Bare)> MeasureAsync(DatabaseProvider engine, int contracts)
    {
        await using var process = await InProcess.StartAsync(engine, contracts);
        var (sweep, _) = await process.SweepAsync();
        var lines = await process.ReadLinesAsync();
        await using var empty = await InProcess.StartAsync(engine, 1);
        var bare = engine == DatabaseProvider.Postgres
            ? await CopyAsync(process.Database.Settings.ConnectionString, empty.Database.Settings.ConnectionString)
            : await InsertAsync(process.Database.Settings.ConnectionString, empty.Database.Settings.ConnectionString);
        return (sweep, lines, bare);
    }

    private static async Task<TimeSpan> CopyAsync(string from, string to)
    {
        var bodies = new Dictionary<string, byte[]>();
        await using (var source = new NpgsqlConnection(from))
        {
            await source.OpenAsync();
            foreach (var table in Tables)
            {
                await using var export = await source.BeginRawBinaryCopyAsync($"COPY {table} TO STDOUT (FORMAT BINARY)");
                using var body = new MemoryStream();
                await export.CopyToAsync(body);
                bodies[table] = body.ToArray();
            }
        }

        await using var target = new NpgsqlConnection(to);
        await target.OpenAsync();
        var began = Stopwatch.GetTimestamp();
        await using var transaction = await target.BeginTransactionAsync();
        foreach (var table in Tables)
        {
            await using var import = await target.BeginRawBinaryCopyAsync($"COPY {table} FROM STDIN (FORMAT BINARY)");
            await import.WriteAsync(bodies[table]);
        }

        await transaction.CommitAsync();
        return Stopwatch.GetElapsedTime(began);
    }

    private static async Task<TimeSpan> InsertAsync(string from, string to)
    {
        var bodies = new Dictionary<string, List<object[]>>();
        await using (var source = new SqliteConnection(from))
        {
            await source.OpenAsync();
            foreach (var table in Tables) bodies[table] = await RowsAsync(source, table);
        }

        await using var target = new SqliteConnection(to);
        await target.OpenAsync();
        await ExecuteAsync(target, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;");
        var began = Stopwatch.GetTimestamp();
        await using var transaction = (SqliteTransaction)await target.BeginTransactionAsync();
        foreach (var table in Tables)
        {
            await using var insert = target.CreateCommand();
            insert.Transaction = transaction;
            var width = bodies[table][0].Length;
            insert.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", Enumerable.Range(0, width).Select(index => $"@p{index}"))})";
            for (var index = 0; index < width; index++) insert.Parameters.Add(new SqliteParameter { ParameterName = $"@p{index}" });
            await insert.PrepareAsync();
            foreach (var row in bodies[table])
            {
                for (var index = 0; index < width; index++) insert.Parameters[index].Value = row[index];
                await insert.ExecuteNonQueryAsync();
            }
        }

        await transaction.CommitAsync();
        return Stopwatch.GetElapsedTime(began);
    }

    private static async Task<List<object[]>> RowsAsync(SqliteConnection source, string table)
    {
        await using var command = source.CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static string Seconds(TimeSpan elapsed) => elapsed.TotalSeconds.ToString("F2", CultureInfo.InvariantCulture);

    private static string Ratio(double ratio) => ratio.ToString("F2", CultureInfo.InvariantCulture);
}
