using System.Globalization;
using HangarBay.Bench.Reading;
using HangarBay.Infrastructure.Persistence;

namespace HangarBay.Bench.Hostile;

/// <summary>Measures how much slower a reader is served while other addresses attack the site, each within its own limit.</summary>
internal static class HostileRun
{
    private const string KeptPage = "contracts";

    // The goals for the reader's 99th percentile during an attack, as a multiple of the value without one.
    private const double WantedOfKept = 5;
    private const double WantedOfLists = 8;

    private static readonly int[] Attackers = [1, 5];

    /// <param name="engines">The engines to measure, one after the other.</param>
    /// <param name="contracts">How many contracts are live.</param>
    /// <param name="seconds">How long each measurement takes.</param>
    public static async Task RunAsync(IReadOnlyList<DatabaseProvider> engines, int contracts, int seconds)
    {
        var market = ReadMarket.Of(contracts);
        foreach (var engine in engines) await RunAsync(engine, market, TimeSpan.FromSeconds(seconds));
    }

    private static async Task RunAsync(DatabaseProvider engine, ReadMarket market, TimeSpan duration)
    {
        await using var database = await FilledDatabase.FillAsync(market, engine);
        await using var server = await ServerProcess.StartAsServedAsync(database);
        using var http = new HttpClient { BaseAddress = new Uri(server.Http.BaseAddress!, "/"), Timeout = TimeSpan.FromMinutes(1) };
        var reader = new Reader(http, "192.0.2.1");
        // A warm-up until the runtime has recompiled hot code.
        await reader.ReadAsync(_ => KeptPage, duration);
        await reader.ReadAsync(Plain, duration);
        await using (Attack.Begin(http, addresses: 1)) await reader.ReadAsync(Plain, duration);

        Table.Start(
            $"{engine}, {market.Title}, a reader beside addresses that attack within their limits",
            "attackers", "kept page, p99 ms", "×", $"wanted", "plain list, p99 ms", "×", "wanted", "refused to the reader", "answers to the attackers");
        var (keptAlone, _) = await reader.ReadAsync(_ => KeptPage, duration);
        var (listAlone, _) = await reader.ReadAsync(Plain, duration);
        Table.Row("none", Milliseconds(keptAlone), "", "", Milliseconds(listAlone), "", "", "", "");
        foreach (var attackers in Attackers)
        {
            await using var attack = Attack.Begin(http, attackers);
            var (kept, refusedPages) = await reader.ReadAsync(_ => KeptPage, duration);
            var (list, refusedLists) = await reader.ReadAsync(Plain, duration);
            Table.Row(
                $"{attackers}", Milliseconds(kept), Ratio(kept, keptAlone), Number(WantedOfKept), Milliseconds(list), Ratio(list, listAlone), Number(WantedOfLists),
                $"{refusedPages + refusedLists}", attack.Answers);
        }
    }

    /// <summary>The path of a list that nobody has asked for before.</summary>
    private static string Plain(int number) => string.Create(CultureInfo.InvariantCulture, $"api/v1/contracts/?min_price={Environment.TickCount64 % 100_000}.{number % 100:00}");

    private static double NinetyNinth(List<double> times) => times[(int)(times.Count * 0.99)];

    private static string Milliseconds(List<double> times) => Number(NinetyNinth(times));

    private static string Ratio(List<double> times, List<double> alone) => Number(NinetyNinth(times) / NinetyNinth(alone));

    private static string Number(double number) => number.ToString("F1", CultureInfo.InvariantCulture);
}
