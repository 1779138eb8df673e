using System.Collections;
using System.Globalization;
using HangarBay.Application;
using HangarBay.Infrastructure.Esi;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Reference;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HangarBay.Bench.Reading;

/// <summary>Every statement that the measured requests send to PostgreSQL, with its plan on a filled database, as Markdown.</summary>
internal static class Plans
{
    private const int LongestValue = 60;

    public static async Task PrintAsync(bool withLarge)
    {
        foreach (var market in ReadMarket.Of(withLarge))
        {
            await using var filled = await market.FillAsync(DatabaseProvider.Postgres);
            var settings = ReadMarket.SettingsOf(filled.Database);
            await using var source = NpgsqlDataSource.Create(settings.ConnectionString);
            Console.WriteLine($"\n## PostgreSQL, {market.Title}");
            foreach (var request in ReadRequest.All) await PrintAsync(request, settings, source);
        }
    }

    /// <summary>By an application that has just started: so it also sends what is kept afterwards, for as long as the market stays as it is.</summary>
    private static async Task PrintAsync(ReadRequest request, DatabaseSettings settings, NpgsqlDataSource source)
    {
        await using var services = Compose(settings);
        using var sent = new SentCommands();
        await AskAsync(services, request);
        var first = sent.Take();
        await AskAsync(services, request);
        var again = sent.Take().Select(command => command.Text).ToHashSet();

        Console.WriteLine($"\n### {request.Name}: `{request.Path}`");
        foreach (var command in first)
        {
            Console.WriteLine(again.Contains(command.Text) ? "\nEach time:\n" : "\nOnce a version of the market:\n");
            Console.WriteLine($"```sql\n{command.Text.Trim()}");
            foreach (var parameter in command.Parameters) Console.WriteLine($"-- @{parameter.ParameterName.TrimStart('@')} = {Short(parameter.Value)}");
            Console.WriteLine($"```\n\n```\n{await command.ExplainAsync(source)}\n```");
        }
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

    private static string Short(object? value)
    {
        var text = value switch
        {
            null or DBNull => "NULL",
            string word => word,
            IEnumerable values => string.Join(", ", values.Cast<object>().Select(one => Convert.ToString(one, CultureInfo.InvariantCulture))),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        return text.Length > LongestValue ? $"{text[..LongestValue]}…" : text;
    }
}
