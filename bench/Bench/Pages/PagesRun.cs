using System.Globalization;
using HangarBay.Bench.Reading;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;

namespace HangarBay.Bench.Pages;

/// <summary>
/// Measures pages: the server's time to make one and to answer it again, the bytes on the wire, and the browser's time to paint it.
/// </summary>
internal static class PagesRun
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("default page", "/contracts"),
        ("everything", "/contracts?segment=all"),
        ("couriers", "/contracts?segment=couriers"),
        ("a search", $"/contracts?search={MarketShape.NameOf(24).Split(' ')[0]}&max_price=1000000000"),
        ("one contract", "/contracts/190050000"),
    ];

    /// <summary>How many goals were missed by more than the noise.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<DatabaseProvider> engines, int seconds)
    {
        var floors = new Floors();
        var market = ReadMarket.Of(ReadMarket.TheForge);
        foreach (var engine in engines)
        {
            await using var database = await FilledDatabase.FillAsync(market, engine);
            await MeasureServerAsync($"{engine}, {market.Title}", database, seconds, floors);
            await MeasureBrowserAsync($"{engine}, {market.Title}", database, floors);
        }

        Console.WriteLine(floors.Missed.Count == 0 ? "\nNo goal was missed by more than the noise." : $"\nMissed by more than the noise: {string.Join("; ", floors.Missed)}.");
        return floors.Missed.Count;
    }

    private static async Task MeasureServerAsync(string market, TestDatabase database, int seconds, Floors floors)
    {
        await using var making = await ServerProcess.StartAsync(database);
        await using var keeping = await ServerProcess.StartBesideConstantAsync(database, keepsAnswers: true);
        var list = await Wrk.MeasureAsync(making.Http, "contracts/?is_ship_contract=true", seconds, connections: 1);
        Table.Start(
            $"{market}, one connection; the API's list of ships takes {Milliseconds(list.Median)} ms at p50", "page", "made, p50 ms", "× the API's list", "p99 ms", "noise", "kept, p50 ms", "p99 ms");
        foreach (var (name, path) in Pages)
        {
            var made = await Wrk.MeasureAsync(making.Http, path, seconds, connections: 1);
            var kept = await Wrk.MeasureAsync(keeping.Http, path, seconds, connections: 1);
            Table.Row(
                name, Milliseconds(made.Median), (made.Median / list.Median).ToString("F2", CultureInfo.InvariantCulture), Milliseconds(made.NinetyNinth), $"{100 * made.Noise:F0} %",
                Milliseconds(kept.Median), Milliseconds(kept.NinetyNinth));
            if (path != Pages[0].Path) continue;
            floors.Below($"{market}: p50 ms of the {name}, made", made.Median, 8, made.Noise);
            floors.Below($"{market}: p50 ms of the {name}, kept", kept.Median, 2, kept.Noise);
        }
    }

    private static async Task MeasureBrowserAsync(string market, TestDatabase database, Floors floors)
    {
        await using var server = await ServerProcess.StartBesideConstantAsync(database, keepsAnswers: true);
        var page = new Uri(server.Http.BaseAddress!, Pages[0].Path);
        var weight = await PageWeight.MeasureAsync(page);
        var paints = await Painting.MeasureAsync(page);
        Console.WriteLine(
            $"\n{market}: the default page is {Kilobytes(weight.Html)} KB compressed, its own style and scripts {Kilobytes(weight.Own)} KB, the framework's script {Kilobytes(weight.Framework)} KB. "
            + $"Chromium's largest paint, nothing cached: {string.Join(", ", paints.Select(Milliseconds))} ms.");
        floors.Below($"{market}: KB of HTML", weight.Html / 1000.0, 25, noise: 0);
        floors.Below($"{market}: KB of own style and scripts", weight.Own / 1000.0, 40, noise: 0);
        floors.Below($"{market}: KB with the framework's script", (weight.Own + weight.Framework) / 1000.0, 90, noise: 0);
        floors.Below($"{market}: ms to the largest paint", paints.Order().ElementAt(paints.Count / 2), 300, (paints.Max() - paints.Min()) / paints.Average());
    }

    private static string Kilobytes(int bytes) => (bytes / 1000.0).ToString("F1", CultureInfo.InvariantCulture);

    private static string Milliseconds(double time) => time.ToString("F1", CultureInfo.InvariantCulture);
}
