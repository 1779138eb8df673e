using System.Globalization;
using HangarBay.Infrastructure.Persistence;

namespace HangarBay.Bench;

/// <summary>What the API answers a second, request by request, from a market shaped like The Forge and from one seven times as large.</summary>
internal static class Reading
{
    /// <summary>Live contracts, closed ones beside them, and lines of the average contract that bears any.</summary>
    private static readonly (int Live, int Closed, double LinesEach, bool IsLarge)[] Markets = [(34_116, 42_483, 3.9, false), (250_000, 50_000, 7.5, true)];

    /// <summary>Name, path, and the least that is wanted a second: of the small market, and of the large one.</summary>
    private static readonly (string Name, string Path, int Floor, int LargeFloor)[] Requests =
    [
        ("default list", "contracts/", 850, 600),
        ("ships by price", "contracts/?is_ship_contract=true&min_price=50000000&max_price=1000000000&sort_by=price&sort_direction=asc", 1000, 600),
        ("search of a hull", $"contracts/?search={MarketShape.NameOf(24).Split(' ')[0]}", 500, 200),
        ("blueprints, 2 %", "contracts/?min_me=10&min_runs=200", 300, 60),
        ("blueprints, 27 %", "contracts/?min_me=8&min_runs=10", 120, 20),
        ("page 200", "contracts/?page=200", 400, 150),
        ("taxonomy", "contracts/taxonomy", 2000, 1000),
        ("one contract", "contracts/190050000", 1500, 1500),
    ];

    public static async Task RunAsync(IReadOnlyList<DatabaseProvider> engines, bool withLarge, int seconds)
    {
        foreach (var engine in engines)
        {
            foreach (var market in Markets.Where(market => withLarge || !market.IsLarge)) await MeasureAsync(engine, market, seconds);
        }
    }

    private static async Task MeasureAsync(DatabaseProvider engine, (int Live, int Closed, double LinesEach, bool IsLarge) market, int seconds)
    {
        var live = market.Live.ToString("N0", CultureInfo.InvariantCulture);
        Table.Start($"{engine}, {live} live contracts, 8 connections", "request", "matches", "a second", "wanted", "p50 ms", "p99 ms");
        await using var process = await FillAsync(engine, market);
        await using var server = await ServerProcess.StartAsync(process.Database);
        foreach (var (name, path, floor, largeFloor) in Requests)
        {
            var matches = await server.TotalAsync(path);
            await Wrk.RunAsync(server.Address + "api/v1/" + path, 1);
            var rate = await Wrk.RunAsync(server.Address + "api/v1/" + path, seconds);
            Table.Row(
                name, matches, Number(rate.PerSecond), Number(market.IsLarge ? largeFloor : floor), Milliseconds(rate.Median), Milliseconds(rate.NinetyNinth));
        }

        Table.Row("memory after it", "", $"{server.PeakBytes / 1_000_000} MB peak", "", "", "");
    }

    /// <summary>What was closed was listed first; its lines are kept.</summary>
    private static async Task<InProcess> FillAsync(DatabaseProvider engine, (int Live, int Closed, double LinesEach, bool IsLarge) market)
    {
        var process = await InProcess.StartAsync(engine, market.Closed, market.LinesEach, TimeProvider.System.GetUtcNow().AddHours(-4));
        await process.SweepAsync();
        await process.ReadItemsAsync();
        process.Replace(market.Live);
        await process.SweepAsync();
        process.Turn(0);
        // The first list that lacks so much is not believed.
        await process.SweepAsync();
        await process.ReadItemsAsync();
        await process.NameAsync();
        await Databases.SettleAsync(process.Database);
        return process;
    }

    private static string Number(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Milliseconds(double time) => time.ToString("F1", CultureInfo.InvariantCulture);
}
