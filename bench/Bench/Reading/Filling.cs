using System.CommandLine;
using HangarBay.Infrastructure.Persistence;

namespace HangarBay.Bench.Reading;

/// <summary>
/// Fills a new database with a market to measure. bench/questions.sh also compiles this file into the benchmarks of other commits, so of
/// the benchmarks it uses only <see cref="InProcess"/> and <see cref="Databases"/>.
/// </summary>
internal static class Filling
{
    /// <summary>The command. It keeps the database and prints the connection string.</summary>
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

    /// <summary>The closed contracts were listed first; their lines are kept.</summary>
    private static async Task FillAsync(int live, int closed, double linesEach, DatabaseProvider engine)
    {
        var process = await InProcess.StartAsync(engine, closed, linesEach, TimeProvider.System.GetUtcNow().AddHours(-4));
        await process.SweepAsync();
        await process.ReadLinesAsync();
        process.Replace(live);
        await process.SweepAsync();
        process.Turn(0);
        // The sync does not accept the first list that lacks so many contracts, so this sweep reads a second one.
        await process.SweepAsync();
        await process.ReadLinesAsync();
        await process.NameAsync();
        await process.SettleAsync();
        await Databases.SettleAsync(process.Database);
        Console.WriteLine(process.Database.Settings.ConnectionString);
    }
}
