using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using HangarBay.Application;
using HangarBay.Infrastructure.Esi;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Reference;
using HangarBay.TestSupport;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HangarBay.Bench.Reading;

/// <summary>Every statement that the measured requests send to PostgreSQL, with its plan on a filled database, as Markdown.</summary>
internal static partial class Plans
{
    private const int LongestValue = 60;

    public static async Task PrintAsync(bool withLarge)
    {
        foreach (var market in ReadMarket.Of(withLarge))
        {
            await using var filled = await market.FillAsync(DatabaseProvider.Postgres);
            await using var source = NpgsqlDataSource.Create(filled.Database.AsConfigured.ConnectionString);
            Console.WriteLine($"\n## PostgreSQL, {market.Title}");
            var shown = new HashSet<string>();
            foreach (var request in ReadRequest.All) await PrintAsync(request, filled.Database, source, shown);
        }
    }

    /// <summary>By an application that has just started: so it also sends what is kept afterwards, for as long as the market stays as it is.</summary>
    private static async Task PrintAsync(ReadRequest request, TestDatabase database, NpgsqlDataSource source, HashSet<string> shown)
    {
        await using var services = Compose(database.AsConfigured);
        using var sent = new SentCommands(database);
        await AskAsync(services, request);
        var first = sent.Take();
        await AskAsync(services, request);
        var again = sent.Take().Select(command => command.Text).ToHashSet();

        Console.WriteLine($"\n### {request.Name}: `{request.Path}`\n");
        // What is sent each time may have another plan for other values.
        var isNew = first.Select(command => shown.Add(again.Contains(command.Text) ? $"{command.Text} {ValuesOf(command)}" : command.Text)).ToList();
        var known = isNew.Count(one => !one);
        Console.WriteLine($"{first.Count} statements, {again.Count} of them each time and the others once a version of the market{(known > 0 ? $"; {known} stand above" : "")}.");
        foreach (var (command, _) in first.Zip(isNew).Where(pair => pair.Second)) await PrintAsync(command, again.Contains(command.Text), source);
    }

    private static async Task PrintAsync(SentCommand command, bool isSentEachTime, NpgsqlDataSource source)
    {
        Console.WriteLine($"\n{(isSentEachTime ? "Each time" : "Once a version")}:\n\n```sql\n{command.Text.Trim()}");
        Console.WriteLine($"{ValuesOf(command)}```\n\n```\n{LongList().Replace(await command.ExplainAsync(source, "ANALYZE, BUFFERS"), "$1…")}\n```");
    }

    private static ServiceProvider Compose(DatabaseSettings settings)
    {
        var nothing = new ConfigurationBuilder().Build();
        return new ServiceCollection().AddLogging().AddPersistence(settings)
            .AddSingleton<IConfiguration>(nothing)
            .AddSingleton(TimeProvider.System)
            .AddApplication()
            .AddEsi(nothing)
            .AddReference(nothing)
            .BuildServiceProvider();
    }

    private static async Task AskAsync(ServiceProvider services, ReadRequest request)
    {
        await using var scope = services.CreateAsyncScope();
        await request.Asked(scope.ServiceProvider.GetRequiredService<IMediator>());
    }

    private static string ValuesOf(SentCommand command) =>
        string.Concat(command.Parameters.Select(parameter => $"-- @{parameter.ParameterName.TrimStart('@')} = {Short(parameter.Value)}\n"));

    private static string Short(object? value)
    {
        var text = value switch
        {
            null or DBNull => "NULL",
            string word => word,
            DateTimeOffset instant => instant.ToString("u", CultureInfo.InvariantCulture),
            IEnumerable values => string.Join(", ", values.Cast<object>().Select(one => Convert.ToString(one, CultureInfo.InvariantCulture))),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        return text.Length > LongestValue ? $"{text[..LongestValue]}…" : text;
    }

    [GeneratedRegex(@"('\{[^}']{60})[^}']*")]
    private static partial Regex LongList();
}
