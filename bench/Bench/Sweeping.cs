using System.Globalization;
using HangarBay.Infrastructure.Persistence;

namespace HangarBay.Bench;

/// <summary>
/// Measures a sweep of a known region, by how much of it changed. ESI answers from memory. The time of EF's commands is the time of the
/// database and of making objects from its rows.
/// </summary>
internal static class Sweeping
{
    public static async Task RunAsync(int contracts, int rounds, IReadOnlyList<DatabaseProvider> engines)
    {
        Table.Start(
            $"A sweep of {contracts.ToString("N0", CultureInfo.InvariantCulture)} known contracts", "engine", "what", "median ms", "least ms", "of it EF's commands, median ms", "result");
        using var database = new DatabaseTime();
        foreach (var engine in engines)
        {
            await using var process = await InProcess.StartAsync(engine, contracts);
            await process.SweepAsync();
            await Databases.SettleAsync(process.Database);
            foreach (var (what, churn, notModified) in new[]
            {
                ("every page 304", 0, true), ("every page read, nothing changed", 0, false), ("0.25 % gone and new", contracts / 400, false),
                ("1 % gone and new", contracts / 100, false), ("4 % gone and new", contracts / 25, false),
            })
            {
                process.Esi.AnswersNotModified = notModified;
                var times = new List<double>();
                var commands = new List<double>();
                var result = "";
                for (var round = 0; round <= rounds * 2; round++)
                {
                    process.Turn(churn);
                    var before = database.Total;
                    var (elapsed, swept) = await process.SweepAsync();
                    if (round > 0) times.Add(elapsed.TotalMilliseconds);
                    if (round > 0) commands.Add((database.Total - before).TotalMilliseconds);
                    result = swept.ToString();
                }

                times.Sort();
                commands.Sort();
                Table.Row(
                    $"{engine}", what, Milliseconds(times[times.Count / 2]), Milliseconds(times[0]), Milliseconds(commands[commands.Count / 2]), result);
            }
        }
    }

    private static string Milliseconds(double time) => time.ToString("F0", CultureInfo.InvariantCulture);
}
