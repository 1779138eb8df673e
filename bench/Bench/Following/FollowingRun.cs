using System.Diagnostics;
using System.Globalization;
using HangarBay.Bench.Questions;
using HangarBay.Bench.Reading;
using HangarBay.Infrastructure.Persistence;

namespace HangarBay.Bench.Following;

/// <summary>Measures a server that follows its market: how much slower its answers are for readers, and how much memory it uses.</summary>
internal static class FollowingRun
{
    private const int Questions = 300;

    /// <summary>How many contracts one change has.</summary>
    private const int Changed = 1_000;

    /// <summary>The part of the market whose change makes the server load the market again.</summary>
    private const double Reloaded = 0.4;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    /// <param name="engines">The engines to measure, one after the other.</param>
    /// <param name="contracts">How many contracts are live.</param>
    /// <param name="seconds">How long readers are measured, with changes and without.</param>
    /// <param name="changes">How many changes are followed one by one before the memory is measured.</param>
    /// <param name="beside">
    /// The folder of another published build, whose memory is measured too, with benchmarks that fill its database; null: none.
    /// </param>
    public static async Task RunAsync(IReadOnlyList<DatabaseProvider> engines, int contracts, int seconds, int changes, string? beside)
    {
        var market = ReadMarket.Of(contracts);
        foreach (var engine in engines) await RunAsync(engine, market, TimeSpan.FromSeconds(seconds), changes, beside);
    }

    private static async Task RunAsync(DatabaseProvider engine, ReadMarket market, TimeSpan duration, int changes, string? beside)
    {
        await using var database = await FilledDatabase.FillAsync(market, engine);
        await using var services = InProcess.Compose(database, TimeProvider.System);
        var changing = new Changing(market, services);
        await using var server = await ServerProcess.StartAsync(database);
        var questions = (await Drawing.StartAsync(server.Http)).Any(Questions);

        Table.Start($"{engine}, {market.Title}, one reader, random questions", "changes", "answers", "p50 ms", "p99 ms", "worst ms");
        // A warm-up until the runtime has recompiled hot code.
        await ReadAsync(server.Http, questions, duration);
        Tell("none", await ReadAsync(server.Http, questions, duration));
        Tell($"{Changed} contracts a second", await ReadBesideAsync(server.Http, questions, duration, changing));

        Table.Start($"{engine}, {market.Title}, memory", "after", "resident MB", "peak MB");
        TellMemory("random questions", server);
        for (var change = 0; change < changes; change++)
        {
            await changing.ChangeAsync(Changed);
            await server.TotalAsync(questions[change % questions.Count].Path);
        }

        TellMemory($"{changes} changes of {Changed} contracts", server);
        await changing.ChangeAsync((int)(market.Live * Reloaded));
        // This request waits until the server has loaded the market again.
        await server.TotalAsync(questions[0].Path);
        TellMemory("one reload", server);
        if (beside is not null) await BesideAsync(engine, market, questions, duration, beside);
    }

    private static async Task BesideAsync(DatabaseProvider engine, ReadMarket market, IReadOnlyList<Question> questions, TimeSpan duration, string folder)
    {
        await using var database = await FilledDatabase.FillAsync(market, engine, folder);
        await using var server = await ServerProcess.StartAsync(database, folder);
        await ReadAsync(server.Http, questions, duration);
        await ReadAsync(server.Http, questions, duration);
        TellMemory("random questions, the other build", server);
    }

    private static async Task<List<double>> ReadBesideAsync(HttpClient server, IReadOnlyList<Question> questions, TimeSpan duration, Changing changing)
    {
        using var end = new CancellationTokenSource();
        var changes = ChangeAsync(changing, end.Token);
        var times = await ReadAsync(server, questions, duration);
        await end.CancelAsync();
        await changes;
        return times;
    }

    private static async Task ChangeAsync(Changing changing, CancellationToken end)
    {
        using var timer = new PeriodicTimer(Pace);
        try
        {
            while (await timer.WaitForNextTickAsync(end)) await changing.ChangeAsync(Changed);
        }
        catch (OperationCanceledException)
        {
            // The measurement has ended, so there are no more changes.
        }
    }

    /// <returns>Times in milliseconds, the shortest first.</returns>
    private static async Task<List<double>> ReadAsync(HttpClient server, IReadOnlyList<Question> questions, TimeSpan duration)
    {
        var (times, start) = (new List<double>(), Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await server.GetAsync(questions[times.Count % questions.Count].Path);
            answer.EnsureSuccessStatusCode();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    private static void Tell(string what, List<double> times) =>
        Table.Row(what, $"{times.Count}", Milliseconds(times[times.Count / 2]), Milliseconds(times[(int)(times.Count * 0.99)]), Milliseconds(times[^1]));

    private static void TellMemory(string what, ServerProcess server) => Table.Row(what, Megabytes(server.ResidentBytes), Megabytes(server.PeakBytes));

    private static string Milliseconds(double time) => time.ToString("F1", CultureInfo.InvariantCulture);

    private static string Megabytes(long bytes) => (bytes / 1_000_000).ToString(CultureInfo.InvariantCulture);
}
