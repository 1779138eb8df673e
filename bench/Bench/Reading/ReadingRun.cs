using System.Globalization;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;

namespace HangarBay.Bench.Reading;

/// <summary>What the API answers a second, request by request, and what it takes to start and in memory.</summary>
internal static class ReadingRun
{
    private const int Starts = 3;

    /// <summary>Measured without a floor, or beside another in the same run.</summary>
    private const int ShortSeconds = 3;

    /// <summary>How many floors were missed by more than the noise.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<DatabaseProvider> engines, bool withLarge, bool onlyKept, int seconds)
    {
        var floors = new Floors();
        foreach (var engine in engines)
        {
            foreach (var market in ReadMarket.Of(withLarge))
            {
                await using var filled = await market.FillAsync(engine);
                if (!onlyKept)
                {
                    await MeasureStartsAsync(engine, market, filled.Database, floors);
                    await MeasureAnswersAsync(engine, market, filled.Database, seconds, floors);
                }

                await KeptAnswers.MeasureAsync($"{engine}, {market.Title}", filled.Database, Math.Min(seconds, ShortSeconds), floors);
            }
        }

        Console.WriteLine(
            floors.Missed.Count == 0 ? "\nNo floor was missed by more than the noise." : $"\nMissed by more than the noise: {string.Join("; ", floors.Missed)}.");
        return floors.Missed.Count;
    }

    private static async Task MeasureStartsAsync(DatabaseProvider engine, ReadMarket market, TestDatabase database, Floors floors)
    {
        var starts = new List<double>();
        for (var start = 0; start < Starts; start++)
        {
            await using var server = await ServerProcess.StartAsync(database);
            starts.Add(server.ToFirstList.TotalSeconds);
        }

        Console.WriteLine(
            $"\n{engine}, {market.Title}: from the start of the process to the first list's answer {string.Join(", ", starts.Select(start => start.ToString("F2", CultureInfo.InvariantCulture)))} s (wanted: below 2).");
        floors.Below($"{engine}, {market.Title}: s to the first list", starts.Order().ElementAt(Starts / 2), 2, (starts.Max() - starts.Min()) / starts.Average());
    }

    /// <summary>Nothing is kept of answers here.</summary>
    private static async Task MeasureAnswersAsync(DatabaseProvider engine, ReadMarket market, TestDatabase database, int seconds, Floors floors)
    {
        await using var server = await ServerProcess.StartAsync(database);
        if (engine == DatabaseProvider.Postgres) await BesideTheBareAsync(server, market, database, seconds, floors);
        else await AloneAsync(server, engine, market, seconds, floors);
        Console.WriteLine($"\nThe process's memory after it: {Megabytes(server.ResidentBytes)} MB resident (wanted: below 250), {Megabytes(server.PeakBytes)} MB at its peak.");
        floors.Below($"{engine}, {market.Title}: MB resident", server.ResidentBytes / 1_000_000.0, 250, noise: 0);
    }

    private static async Task BesideTheBareAsync(ServerProcess server, ReadMarket market, TestDatabase database, int seconds, Floors floors)
    {
        await using var bare = await ServerProcess.StartBareAsync(database);
        foreach (var request in ReadRequest.All) await SameAnswers.CheckAsync(server.Http, bare.Http, request);
        Table.Start(
            $"PostgreSQL, {market.Title}, {Wrk.Connections} connections, no answer kept",
            "request", "matches", "a second", "noise", "wanted", "p50 ms", "p99 ms", "bare endpoint", "× bare (0.5 wanted)", "pgbench");
        foreach (var request in ReadRequest.All)
        {
            var rate = await Wrk.MeasureAsync(server.Http, request.Path, seconds);
            var least = await Wrk.MeasureAsync(bare.Http, request.Path, seconds);
            var sql = await Pgbench.RunAsync(database, request.Bare, Math.Min(seconds, ShortSeconds));
            Table.Row(
                request.Name, await server.TotalAsync(request.Path), Number(rate.PerSecond), $"{100 * rate.Noise:F0} %", Number(request.FloorOf(market)), Milliseconds(rate.Median),
                Milliseconds(rate.NinetyNinth), Number(least.PerSecond), Ratio(rate.PerSecond / least.PerSecond), sql is { } known ? Number(known) : "");
            var what = $"PostgreSQL, {market.Title}: {request.Name}";
            floors.AtLeast(what, rate.PerSecond, request.FloorOf(market), rate.Noise);
            floors.AtLeast($"{what} x bare", rate.PerSecond / least.PerSecond, 0.5, rate.Noise + least.Noise);
        }
    }

    private static async Task AloneAsync(ServerProcess server, DatabaseProvider engine, ReadMarket market, int seconds, Floors floors)
    {
        Table.Start($"{engine}, {market.Title}, {Wrk.Connections} connections, no answer kept", "request", "matches", "a second", "p50 ms", "p99 ms");
        foreach (var request in ReadRequest.All)
        {
            var rate = await Wrk.MeasureAsync(server.Http, request.Path, seconds);
            Table.Row(request.Name, await server.TotalAsync(request.Path), Number(rate.PerSecond), Milliseconds(rate.Median), Milliseconds(rate.NinetyNinth));
        }

        Table.Start($"{engine}, {market.Title}, one connection", "request", "a second", "p50 ms", "wanted, ms", "p99 ms");
        foreach (var (request, wanted) in ReadRequest.AskedAlone)
        {
            var rate = await Wrk.MeasureAsync(server.Http, request.Path, seconds, connections: 1);
            Table.Row(request.Name, Number(rate.PerSecond), Milliseconds(rate.Median), $"below {wanted}", Milliseconds(rate.NinetyNinth));
            if (!market.IsLarge) floors.Below($"{engine}, {market.Title}: p50 ms of {request.Name}", rate.Median, wanted, rate.Noise);
        }
    }

    private static string Number(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Ratio(double ratio) => ratio.ToString("F2", CultureInfo.InvariantCulture);

    private static string Milliseconds(double time) => time.ToString("F1", CultureInfo.InvariantCulture);

    private static string Megabytes(long bytes) => Number(bytes / 1_000_000.0);
}
