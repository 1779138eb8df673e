using System.Globalization;
using HangarBay.Infrastructure.Persistence;

namespace HangarBay.Bench;

/// <summary>A first fill by the executable itself, compared with the bare minimum. The two take turns.</summary>
internal static class FirstFill
{
    public static async Task RunAsync(int contracts, int concurrency, int rounds, IReadOnlyList<DatabaseProvider> engines)
    {
        await using var sandbox = await SandboxProcess.StartAsync(contracts);
        var bare = new List<TimeSpan>();
        var fills = engines.ToDictionary(engine => engine, _ => new List<(TimeSpan Elapsed, long Peak)>());
        Table.Start($"First fill, {contracts.ToString("N0", CultureInfo.InvariantCulture)} contracts, {concurrency} calls at once", "run", "seconds", "× bare", "peak MB", "what");
        for (var round = 1; round <= rounds; round++)
        {
            var (elapsed, output) = await BareAsync(sandbox, concurrency);
            bare.Add(elapsed);
            Table.Row($"bare {round}", Seconds(elapsed), "", "", output.Trim());
            foreach (var engine in engines)
            {
                var fill = await FillAsync(sandbox, engine, concurrency);
                fills[engine].Add((fill.Elapsed, fill.Peak));
                Table.Row($"{engine} {round}", Seconds(fill.Elapsed), Ratio(fill.Elapsed / bare[^1]), Megabytes(fill.Peak), fill.Last);
            }
        }

        foreach (var (engine, runs) in fills)
        {
            var ratios = runs.Zip(bare, (run, floor) => run.Elapsed / floor).Order().ToList();
            Table.Row($"{engine} median", "", Ratio(ratios[ratios.Count / 2]), Megabytes(runs.Max(run => run.Peak)), "");
        }
    }

    /// <summary>One fill into a new database.</summary>
    public static async Task<(TimeSpan Elapsed, long Peak, string Last)> FillAsync(
        SandboxProcess sandbox, DatabaseProvider engine, int concurrency, params (string Key, string Value)[] more)
    {
        var (database, settings) = await Databases.CreateAsync(engine);
        await using (database)
        {
            await using var sync = Child.Start("HangarBay.WebApi.dll", ["sync", "--all"],
            [
                .. settings,
                ("ASPNETCORE_ENVIRONMENT", "Production"),
                ("Market__Source", "Sandbox"),
                ("Esi__BaseUrl", sandbox.Address),
                ("Esi__MaxConcurrency", concurrency.ToString(CultureInfo.InvariantCulture)),
                .. more,
            ]);
            var (elapsed, output) = await sync.EndAsync();
            return (elapsed, sync.PeakBytes, output.Trim().Split('\n')[^1]);
        }
    }

    private static async Task<(TimeSpan Elapsed, string Output)> BareAsync(SandboxProcess sandbox, int concurrency)
    {
        await using var child = Child.Start(
            "HangarBay.Bench.dll", ["bare", "--address", sandbox.Address, "--concurrency", concurrency.ToString(CultureInfo.InvariantCulture)]);
        return await child.EndAsync();
    }

    private static string Seconds(TimeSpan elapsed) => elapsed.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);

    private static string Ratio(double ratio) => ratio.ToString("F2", CultureInfo.InvariantCulture);

    private static string Megabytes(long bytes) => (bytes / 1_000_000).ToString(CultureInfo.InvariantCulture);
}
