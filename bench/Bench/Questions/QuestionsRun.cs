using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Bench.Reading;
using HangarBay.Infrastructure.Persistence;

namespace HangarBay.Bench.Questions;

/// <summary>
/// Measures how long questions of all kinds take, including every filter alone and every sort alone. It asks over HTTP and in process. Over
/// HTTP it can also ask another build on a database of its own.
/// </summary>
internal static class QuestionsRun
{
    private const int Random = 300;
    private const int Times = 5;

    /// <summary>The ratio from which a question is shown as slower.</summary>
    private const double Slower = 1.1;

    /// <param name="engines">The engines to measure, one after the other.</param>
    /// <param name="contracts">How many contracts are live.</param>
    /// <param name="beside">The folder of another published build, with benchmarks that fill its database; null: none.</param>
    public static async Task RunAsync(IReadOnlyList<DatabaseProvider> engines, int contracts, string? beside)
    {
        var market = ReadMarket.Of(contracts);
        foreach (var engine in engines)
        {
            await using var database = await FilledDatabase.FillAsync(market, engine);
            var title = $"{engine}, {market.Title}";
            var questions = await AskOverHttpAsync(title, database, market, beside);
            await AskedInProcess.MeasureAsync(title, database, market, questions);
        }
    }

    private static async Task<IReadOnlyList<Question>> AskOverHttpAsync(string title, FilledDatabase database, ReadMarket market, string? beside)
    {
        await using var server = await ServerProcess.StartAsync(database);
        var drawing = await Drawing.StartAsync(server.Http);
        IReadOnlyList<Question> questions = [.. drawing.Any(Random), .. drawing.Filters(), .. Drawing.Sorts(), .. Drawing.Sorts(SortDirection.Asc)];
        var what = $"{title}, over HTTP, one connection, no answer kept, {questions.Count} questions, least of {Times}";
        if (beside is null)
        {
            var (times, _) = await AskAsync(questions, server.Http);
            Table.Start(what, "p50 ms", "p99 ms", "worst ms", "worst question");
            Table.Row(times.At(0.5), times.At(0.99), times.Worst, times.WorstQuestion);
            return questions;
        }

        await using var otherDatabase = await FilledDatabase.FillAsync(market, database.Settings.Provider, beside);
        await using var otherServer = await ServerProcess.StartAsync(otherDatabase, beside);
        var (here, there) = await AskAsync(questions, server.Http, otherServer.Http);
        Table.Start(what, "build", "p50 ms", "p99 ms", "worst ms", "worst question");
        Table.Row("this", here.At(0.5), here.At(0.99), here.Worst, here.WorstQuestion);
        Table.Row("the other", there.At(0.5), there.At(0.99), there.Worst, there.WorstQuestion);
        await CompareAsync(questions, here, there, server.Http, otherServer.Http);
        return questions;
    }

    private static async Task CompareAsync(IReadOnlyList<Question> questions, QuestionTimes here, QuestionTimes there, HttpClient server, HttpClient otherServer)
    {
        var ratios = Enumerable.Range(0, questions.Count).Select(index => (Question: questions[index], Index: index, Ratio: here[index] / there[index])).ToList();
        // Questions with facets come last, because this build may do more for them than the other.
        var slower = ratios.Where(one => one.Ratio > Slower).OrderBy(one => one.Question.HasFacets).ThenByDescending(one => one.Ratio).ToList();
        var differing = new List<string>();
        foreach (var question in questions)
        {
            if (await TotalAsync(server, question) != await TotalAsync(otherServer, question)) differing.Add($"`{question.Path}`");
        }

        Console.WriteLine(
            $"\nThe median ratio is {Ratio(Median(ratios))}, without facets {Ratio(Median(ratios.Where(one => !one.Question.HasFacets)))}; "
            + $"{slower.Count} questions became slower by more than 10 %, {slower.Count(one => !one.Question.HasFacets)} of them without facets. "
            + $"{differing.Count} have another total there{(differing.Count > 0 ? $": {string.Join(", ", differing)}" : "")}.");
        if (slower.Count == 0) return;
        Table.Start("Slower by more than 10 %", "question", "this, ms", "the other, ms", "×");
        foreach (var (question, index, ratio) in slower)
            Table.Row($"`{question.Path}`", QuestionTimes.Milliseconds(here[index]), QuestionTimes.Milliseconds(there[index]), Ratio(ratio));
    }

    /// <summary>Asks all questions; the first two rounds are not counted. The servers take turns at each question.</summary>
    private static async Task<(QuestionTimes First, QuestionTimes Last)> AskAsync(IReadOnlyList<Question> questions, params HttpClient[] servers)
    {
        var times = servers.Select(_ => new QuestionTimes(questions)).ToArray();
        for (var round = -2; round < Times; round++)
        {
            for (var index = 0; index < questions.Count; index++)
            {
                for (var turn = 0; turn < servers.Length; turn++)
                {
                    var side = (turn + round + 2) % servers.Length;
                    var took = await AskAsync(servers[side], questions[index].Path);
                    if (round >= 0) times[side].Take(index, took);
                }
            }
        }

        return (times[0], times[^1]);
    }

    private static async Task<double> AskAsync(HttpClient server, string path)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await server.GetAsync(path);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return answer.IsSuccessStatusCode ? took : throw new InvalidOperationException($"{path}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task<int> TotalAsync(HttpClient server, Question question)
    {
        using var answer = JsonDocument.Parse(await server.GetByteArrayAsync(question.Path));
        return answer.RootElement.GetProperty("total").GetInt32();
    }

    private static double Median(IEnumerable<(Question Question, int Index, double Ratio)> ratios)
    {
        var ordered = ratios.Select(one => one.Ratio).Order().ToList();
        return ordered[ordered.Count / 2];
    }

    private static string Ratio(double ratio) => ratio.ToString("F2", CultureInfo.InvariantCulture);
}
