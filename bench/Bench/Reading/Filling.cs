using System.CommandLine;
using HangarBay.Infrastructure.Persistence;

namespace HangarBay.Bench.Reading;

/// <summary>
/// Fills a new database with a market that is read. As bench/questions.sh compiles this file into the benchmarks of other commits
/// too, it uses no more of them than <see cref="InProcess"/> and <see cref="Databases"/>.
/// </summary>
internal static class Filling
{
    /// <summary>Leaves the database behind, and tells the connection to it.</summary>
    public static Command Command()
    {
        var live = new Option<int>("--live") { Required = true };
        var closed = new Option<int>("--closed") { Required = true };
        var lines = new Option<double>("--lines") { Required = true };
        var engine = new Option<DatabaseProvider>("--engine") { Required = true };
        var fill = new Command("fill", "A market that is read, for another program.") { live, closed, lines, engine };
        fill.Hidden = true;
        fill.SetAction(parsed => FillAsync(parsed.GetValue(live), parsed.GetValue(closed), parsed.GetValue(lines), parsed.GetValue(engine)));
        return fill;
    }

    /// <summary>What was closed was listed first; its lines are kept.</summary>
    private static async Task FillAsync(int live, int closed, double linesEach, DatabaseProvider engine)
    {
        var process = await InProcess.StartAsync(engine, closed, linesEach, TimeProvider.System.GetUtcNow().AddHours(-4));
        await process.SweepAsync();
        await process.ReadLinesAsync();
        process.Replace(live);
        await process.SweepAsync();
        process.Turn(0);
        // The first list that lacks so much is not believed.
        await process.SweepAsync();
        await process.ReadLinesAsync();
        await process.NameAsync();
        await process.SettleAsync();
        await Databases.SettleAsync(process.Database);
        Console.WriteLine(process.Database.Settings.ConnectionString);
    }
}
