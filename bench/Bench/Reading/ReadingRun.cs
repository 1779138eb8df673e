using System.Globalization;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;

namespace HangarBay.Bench.Reading;

/// <summary>
/// Measures the API's answers a second for each request, compared with a constant body of the same size. Also measures the start and the
/// memory.
/// </summary>
internal static class ReadingRun
{
    private const int Starts = 3;

    /// <summary>The goal for kept answers, as a fraction of the rate of a constant body.</summary>
    private const double KeptFloor = 0.8;

    /// <summary>How long to measure kept answers, single sorts and single filters; their kinds are measured longer.</summary>
    private const int ShortSeconds = 3;

    /// <summary>Returns how many goals were missed by more than the noise.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<DatabaseProvider> engines, int contracts, bool onlyKept, int seconds)
    {
        var (floors, market, shortly) = (new Floors(), ReadMarket.Of(contracts), Math.Min(seconds, ShortSeconds));
        var kinds = ReadRequest.Kinds(market);
        foreach (var engine in engines)
        {
            await using var database = await FilledDatabase.FillAsync(market, engine);
            var title = $"{engine}, {market.Title}";
            if (!onlyKept)
            {
                await MeasureStartsAsync(title, database, floors);
                await using var making = await ServerProcess.StartBesideConstantAsync(database, keepsAnswers: false);
                await MeasureAsync($"{title}, no answer kept", making, kinds, seconds, floors);
                await MeasureAsync($"{title}, every sort and every filter alone, no answer kept", making, await ReadRequest.AloneAsync(making.Http), shortly, floors);
                Console.WriteLine($"\nThe process's memory after it: {Megabytes(making.ResidentBytes)} MB resident (wanted: below 250), {Megabytes(making.PeakBytes)} MB at its peak.");
                floors.Below($"{title}: MB resident", making.ResidentBytes / 1_000_000.0, 250, noise: 0);
            }

            await using var keeping = await ServerProcess.StartBesideConstantAsync(database, keepsAnswers: true);
            await MeasureAsync($"{title}, answers kept", keeping, [.. kinds.Select(kind => kind with { Floor = KeptFloor })], shortly, floors);
            Console.WriteLine($"\nThe process's memory after it: {Megabytes(keeping.ResidentBytes)} MB resident, {Megabytes(keeping.PeakBytes)} MB at its peak.");
        }

        Console.WriteLine(
            floors.Missed.Count == 0 ? "\nNo floor was missed by more than the noise." : $"\nMissed by more than the noise: {string.Join("; ", floors.Missed)}.");
        return floors.Missed.Count;
    }

    private static async Task MeasureStartsAsync(string title, TestDatabase database, Floors floors)
    {
        var starts = new List<double>();
        for (var start = 0; start < Starts; start++)
        {
            await using var server = await ServerProcess.StartAsync(database);
            starts.Add(server.ToFirstList.TotalSeconds);
        }

        Console.WriteLine(
            $"\n{title}: from the start of the process to the first list's answer {string.Join(", ", starts.Select(start => start.ToString("F2", CultureInfo.InvariantCulture)))} s (wanted: below 2).");
        floors.Below($"{title}: s to the first list", starts.Order().ElementAt(Starts / 2), 2, (starts.Max() - starts.Min()) / starts.Average());
    }

    private static async Task MeasureAsync(string title, ServerProcess server, IReadOnlyList<ReadRequest> requests, int seconds, Floors floors)
    {
        Table.Start(
            $"{title}, {Wrk.Connections} connections", "request", "matches", "bytes", "a second", "noise", "p50 ms", "p99 ms", "constant body", "noise", "× constant", "wanted");
        foreach (var request in requests)
        {
            var bytes = (await server.Http.GetByteArrayAsync(request.Path)).Length;
            var constant = await Wrk.MeasureAsync(server.Http, $"{ConstantBody.Path}{bytes}", seconds);
            var rate = await Wrk.MeasureAsync(server.Http, request.Path, seconds);
            var ratio = rate.PerSecond / constant.PerSecond;
            Table.Row(
                request.Name, await server.TotalAsync(request.Path), Number(bytes), Number(rate.PerSecond), $"{100 * rate.Noise:F0} %", Milliseconds(rate.Median),
                Milliseconds(rate.NinetyNinth), Number(constant.PerSecond), $"{100 * constant.Noise:F0} %", Ratio(ratio), Ratio(request.Floor));
            floors.AtLeast($"{title}: {request.Name} x constant", ratio, request.Floor, rate.Noise + constant.Noise);
        }
    }

    private static string Number(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Ratio(double ratio) => ratio.ToString("F2", CultureInfo.InvariantCulture);

    private static string Milliseconds(double time) => time.ToString("F1", CultureInfo.InvariantCulture);

    private static string Megabytes(long bytes) => Number(bytes / 1_000_000.0);
}
