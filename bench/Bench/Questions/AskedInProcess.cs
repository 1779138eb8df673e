using System.Diagnostics;
using System.Globalization;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.InMemory.Following;
using HangarBay.Bench.Following;
using HangarBay.Bench.Reading;
using HangarBay.TestSupport;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Bench.Questions;

/// <summary>Measures the application in this process: loading the market, answering from it and following a change.</summary>
internal sealed class AskedInProcess(ReadMarket market, IServiceProvider services, IReadOnlyList<Question> questions)
{
    /// <summary>How long to wait after a load, until no thread still runs its continuation and holds what it loaded.</summary>
    private static readonly TimeSpan Unwinding = TimeSpan.FromSeconds(1);

    private const int WarmUps = 2;
    private const int Times = 3;

    /// <summary>How many contracts one change has, and how many changes are measured after the first.</summary>
    private const int Changed = 1_000;
    private const int Changes = 5;

    // The goals by number of live contracts: p50 and p99 without facets, and p99 with facets, in milliseconds.
    private static readonly Dictionary<int, (double Median, double NinetyNinth, double WithFacets)> Wanted =
        new() { [ReadMarket.TheForge] = (0.3, 2, 4), [250_000] = (3, 12, 25), [1_000_000] = (12, 50, 100) };

    // The memory in bytes before the market was loaded.
    private long _without;

    private double BytesEach => (GC.GetTotalMemory(forceFullCollection: true) - _without) / (double)market.Live;

    public static async Task MeasureAsync(string title, TestDatabase database, ReadMarket market, IReadOnlyList<Question> questions)
    {
        await using var services = InProcess.Compose(database, TimeProvider.System);
        var asked = new AskedInProcess(market, services, questions);
        var (took, each) = await asked.LoadAsync();
        var (median, ninetyNinth, withFacets) = Wanted.TryGetValue(market.Live, out var wanted)
            ? (Number(wanted.Median), Number(wanted.NinetyNinth), Number(wanted.WithFacets))
            : ("", "", "");
        Table.Start(
            $"{title}, in process, one thread, {questions.Count} questions, least of {Times}", "asked", "p50 ms", "wanted", "p99 ms", "wanted", "worst ms", "worst question");
        var times = await asked.AskAsync([]);
        Table.Row("without facets", times.At(0.5), median, times.At(0.99), ninetyNinth, times.Worst, times.WorstQuestion);
        times = await asked.AskAsync(Enum.GetValues<FacetFamily>());
        Table.Row("with all six facets", times.At(0.5), "", times.At(0.99), withFacets, times.Worst, times.WorstQuestion);

        var withOrders = asked.BytesEach;
        var (milliseconds, megabytes) = await asked.FollowAsync();
        Console.WriteLine(
            $"\nLoading the market takes {Number(took)} s and {Number(each)} bytes a live contract, {Number(withOrders)} once all this was asked. "
            + $"{Changed} changed contracts and their lines are read in {Number(milliseconds.Min())} to {Number(milliseconds.Max())} ms, which allocates {Number(megabytes)} MB.");
    }

    /// <returns>Seconds, and bytes a live contract.</returns>
    private async Task<(double Took, double Each)> LoadAsync()
    {
        await WarmUpAsync();
        await Task.Delay(Unwinding);
        _without = GC.GetTotalMemory(forceFullCollection: true);
        var (milliseconds, _) = await ReadAsync();
        await Task.Delay(Unwinding);
        return (milliseconds / 1000, BytesEach);
    }

    /// <summary>
    /// Loads the market once and drops it, so that objects made only once, such as the database's model, are not measured.
    /// </summary>
    private async Task WarmUpAsync()
    {
        using var markets = ActivatorUtilities.CreateInstance<LiveMarkets>(services);
        await markets.ReadAsync(CancellationToken.None);
    }

    private async Task<QuestionTimes> AskAsync(FacetFamily[] facets)
    {
        var asked = questions.Select(question => question with { Browse = question.Browse with { Facets = facets } }).ToList();
        var times = new QuestionTimes(asked);
        for (var round = -WarmUps; round < Times; round++)
        {
            for (var index = 0; index < asked.Count; index++)
            {
                await using var scope = services.CreateAsyncScope();
                var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
                var began = Stopwatch.GetTimestamp();
                await mediator.Send(asked[index].Browse);
                if (round >= 0) times.Take(index, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        return times;
    }

    /// <returns>The milliseconds of each change, and the megabytes of the change that allocated the least.</returns>
    private async Task<(List<double> Milliseconds, double Megabytes)> FollowAsync()
    {
        var changing = new Changing(market, services);
        var (milliseconds, megabytes) = (new List<double>(), double.MaxValue);
        for (var change = 0; change <= Changes; change++)
        {
            await changing.ChangeAsync(Changed);
            var (took, allocated) = await ReadAsync();
            if (change == 0) continue;
            milliseconds.Add(took);
            megabytes = Math.Min(megabytes, allocated);
        }

        return (milliseconds, megabytes);
    }

    /// <returns>The milliseconds, and the megabytes that were allocated.</returns>
    private async Task<(double Milliseconds, double Megabytes)> ReadAsync()
    {
        var markets = services.GetRequiredService<LiveMarkets>();
        var (before, began) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.GetTimestamp());
        await markets.ReadAsync(CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return (took, (GC.GetTotalAllocatedBytes(precise: true) - before) / 1e6);
    }

    private static string Number(double number) => number.ToString("N1", CultureInfo.InvariantCulture);
}
