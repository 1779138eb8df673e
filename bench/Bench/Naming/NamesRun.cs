using System.Diagnostics;
using System.Globalization;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.FindingNames;
using HangarBay.Application.InMemory.Following;
using HangarBay.Bench.Following;
using HangarBay.Bench.Reading;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Bench.Naming;

/// <summary>
/// Measures the look-up of names among 26,000 types in eight languages against the default list, both by their handlers in this process, in
/// turns. The questions are random, so that the whole distribution shows.
/// </summary>
internal static class NamesRun
{
    private const int Each = 100;
    private const int WarmUps = 2;
    private const int Times = 7;
    private const int Changed = 1_000;
    private const int Changes = 7;

    /// <summary>How many times the default list a completion may take.</summary>
    private const string Wanted = "3.00";

    public static async Task RunAsync(IReadOnlyList<DatabaseProvider> engines, int contracts)
    {
        var market = ReadMarket.Of(contracts);
        var types = NamedTypes.All();
        var questions = new NameQuestions([.. types.Select(type => type.Name!)]).Draw(Each);
        foreach (var engine in engines)
        {
            await using var database = await FilledDatabase.FillAsync(market, engine);
            await using var services = InProcess.Compose(database, TimeProvider.System);
            await services.StoreAsync([.. types]);
            await MeasureAsync(
                $"{engine}, {market.Title}, {types.Count.ToString("N0", CultureInfo.InvariantCulture)} types in eight languages, {NamedTypes.Source}", market, services, questions);
        }
    }

    private static async Task MeasureAsync(
        string title, ReadMarket market, IServiceProvider services, IReadOnlyList<(string Sort, IReadOnlyList<FindNames> Questions)> questions)
    {
        var list = new BrowseContracts();
        await AskAsync(services, list);
        var without = GC.GetTotalMemory(forceFullCollection: true);
        // Prepares the names of every language, and lets the runtime compile what is used often.
        foreach (var question in questions.SelectMany(sort => sort.Questions)) await MeasureAsync(services, list, question);
        Table.Start(
            $"{title}, in process, one thread, each question and the list in turns, least of {Times}", "looked up", "questions", "list, p50 µs", "names, p50 µs", "p50 ×", "p99 ×",
            "worst ×", "wanted", "worst");
        var all = new List<Asked>();
        foreach (var (sort, some) in questions)
        {
            var asked = new List<Asked>();
            foreach (var question in some) asked.Add(await MeasureAsync(services, list, question));
            Row(sort, asked);
            all.AddRange(asked);
        }

        Row("all", all);
        var with = GC.GetTotalMemory(forceFullCollection: true);
        await AfterChangesAsync(market, services, list);
        Console.WriteLine($"\nThe names of all kinds that are prepared for search take {Number((with - without) / 1e6, "F1")} MB.");
    }

    private static async Task<Asked> MeasureAsync(IServiceProvider services, BrowseContracts list, FindNames question)
    {
        var (ofList, ofNames) = (double.MaxValue, double.MaxValue);
        for (var time = -WarmUps; time < Times; time++)
        {
            var (one, other) = (await AskAsync(services, list), await AskAsync(services, question));
            if (time >= 0) (ofList, ofNames) = (Math.Min(ofList, one), Math.Min(ofNames, other));
        }

        return new Asked(question, ofList, ofNames);
    }

    /// <summary>The first question of a state counts the live contracts of every name, which all later ones use.</summary>
    private static async Task AfterChangesAsync(ReadMarket market, IServiceProvider services, BrowseContracts list)
    {
        var changing = new Changing(market, services);
        var (question, asked) = (new FindNames { Q = "rav" }, new List<Asked>());
        for (var change = 0; change < Changes; change++)
        {
            await changing.ChangeAsync(Changed);
            await services.GetRequiredService<LiveMarkets>().ReadAsync(CancellationToken.None);
            asked.Add(new Asked(question, await AskAsync(services, list), await AskAsync(services, question)));
        }

        Row($"the first after a change of {Changed} contracts", asked);
    }

    /// <returns>Microseconds.</returns>
    private static async Task<double> AskAsync<T>(IServiceProvider services, IRequest<T> question)
    {
        await using var scope = services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var began = Stopwatch.GetTimestamp();
        await mediator.Send(question);
        return Stopwatch.GetElapsedTime(began).TotalMicroseconds;
    }

    private static void Row(string what, List<Asked> asked)
    {
        var worst = asked.MaxBy(one => one.Ratio)!;
        Table.Row(
            what, $"{asked.Count}", Number(At(0.5, asked, one => one.List), "F0"), Number(At(0.5, asked, one => one.Names), "F0"), Number(At(0.5, asked, one => one.Ratio), "F2"),
            Number(At(0.99, asked, one => one.Ratio), "F2"), Number(worst.Ratio, "F2"), Wanted, $"`{worst.Question.Q}`, {worst.Question.Lang}");
    }

    private static double At(double share, List<Asked> asked, Func<Asked, double> of) => asked.Select(of).Order().ElementAt((int)Math.Ceiling(share * asked.Count) - 1);

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>A question with its microseconds, and those of the list beside it.</summary>
    private sealed record Asked(FindNames Question, double List, double Names)
    {
        public double Ratio => Names / List;
    }
}
