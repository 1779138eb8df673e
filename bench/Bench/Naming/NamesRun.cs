using System.Diagnostics;
using System.Globalization;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.FindingNames;
using HangarBay.Application.InMemory.Following;
using HangarBay.Bench.Following;
using HangarBay.Bench.Reading;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Bench.Naming;

/// <summary>
/// Measures the look-up of names among 26,000 types in eight languages against the default list, both by their handlers in this process, in
/// turns.
/// </summary>
internal static class NamesRun
{
    private const int Types = 26_000;
    private const int Rounds = 200;
    private const int Changed = 1_000;
    private const int Changes = 5;

    /// <summary>How many times the default list a completion may take.</summary>
    private const string Wanted = "3.00";

    private static readonly Language[] Languages = Enum.GetValues<Language>();

    private static readonly (string What, string Text, Language Language)[] Looked =
    [
        ("three letters", "rav", Language.En),
        ("the beginning of a name", "raven", Language.De),
        ("a word of 8,000 names", "blueprint", Language.En),
        ("a word of 8,000 names in two languages", "blueprint", Language.Ru),
        ("a part of the reader's word", "чертёж", Language.Ru),
        ("two words", "navy issue", Language.Fr),
        ("a number", "1234", Language.Ja),
        ("a misspelt word", "bluperint", Language.De),
        ("no word at all", "qqqqqqqq", Language.De),
    ];

    public static async Task RunAsync(IReadOnlyList<DatabaseProvider> engines, int contracts)
    {
        var market = ReadMarket.Of(contracts);
        foreach (var engine in engines)
        {
            await using var database = await FilledDatabase.FillAsync(market, engine);
            await using var services = InProcess.Compose(database, TimeProvider.System);
            await services.StoreAsync([.. Enumerable.Range(1, Types).Select(TypeOf)]);
            await MeasureAsync($"{engine}, {market.Title}, {Types.ToString("N0", CultureInfo.InvariantCulture)} types in eight languages", market, services);
        }
    }

    private static async Task MeasureAsync(string title, ReadMarket market, IServiceProvider services)
    {
        var list = new BrowseContracts();
        Table.Start($"{title}, in process, one thread, median of {Rounds} in turns", "looked up", "default list, µs", "names, µs", "×", "wanted");
        foreach (var (what, text, language) in Looked)
        {
            var names = new FindNames { Q = text, Lang = language };
            var (ofList, ofNames) = (new double[Rounds], new double[Rounds]);
            for (var round = -Rounds / 10; round < Rounds; round++)
            {
                var (one, other) = (await TimeAsync(services, list), await TimeAsync(services, names));
                if (round >= 0) (ofList[round], ofNames[round]) = (one, other);
            }

            Row($"{what}, `{text}`, {language}", Median(ofList), Median(ofNames));
        }

        await AfterChangesAsync(market, services, list);
    }

    /// <summary>The first question of a state counts the live contracts of every name, which all later ones use.</summary>
    private static async Task AfterChangesAsync(ReadMarket market, IServiceProvider services, BrowseContracts list)
    {
        var changing = new Changing(market, services);
        var (ofList, ofNames) = (new double[Changes], new double[Changes]);
        for (var change = 0; change < Changes; change++)
        {
            await changing.ChangeAsync(Changed);
            await services.GetRequiredService<LiveMarkets>().ReadAsync(CancellationToken.None);
            ofList[change] = await TimeAsync(services, list);
            ofNames[change] = await TimeAsync(services, new FindNames { Q = "rav" });
        }

        Row($"the first after a change of {Changed} contracts", Median(ofList), Median(ofNames));
    }

    private static async Task<double> TimeAsync<T>(IServiceProvider services, IRequest<T> question)
    {
        await using var scope = services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var began = Stopwatch.GetTimestamp();
        await mediator.Send(question);
        return Stopwatch.GetElapsedTime(began).TotalMicroseconds;
    }

    /// <summary>A type of the market, or one that nobody sells. A third are blueprints; half of the other languages have words of their own.</summary>
    private static ItemType TypeOf(int id)
    {
        var english = MarketShape.NameOf(id);
        string Name(Language language) => language is Language.En or Language.De or Language.Fr or Language.Es
            ? id > 3_000 ? $"{english}{(id % 3 == 0 ? " Blueprint" : id % 7 == 0 ? " Navy Issue" : "")}" : english
            : $"{english}-{language} {(id % 3 == 0 ? "Чертёж" : "製品")}";
        var group = new GroupId(1 + (id / 8));
        return ItemType.Known(
            new TypeId(id), LocalisedName.Of(Languages.Select(language => KeyValuePair.Create(language, Name(language)))), group, MarketShape.CategoryOf(group), null, true, 10,
            DateTimeOffset.UnixEpoch);
    }

    private static void Row(string what, double list, double names) => Table.Row(what, Number(list, "F0"), Number(names, "F0"), Number(names / list, "F2"), Wanted);

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
