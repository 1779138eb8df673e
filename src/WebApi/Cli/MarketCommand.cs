using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using HangarBay.Application.InMemory.Following;
using HangarBay.WebApi.Hosting;

namespace HangarBay.WebApi.Cli;

/// <summary><c>market check</c>: whether a server holds in memory what the database keeps.</summary>
internal static class MarketCommand
{
    /// <summary>How often both are asked until they have the same version, because the market changes meanwhile.</summary>
    private const int Tries = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Option<Uri> Url = new("--url")
    {
        Description = "The address of the server, such as http://127.0.0.1:8080.",
        Required = true,
        CustomParser = Read,
    };

    public static Command Create(CommandHost host)
    {
        var check = new Command("check", "Compare the market in a server's memory with this database: version, number of contracts, digest. Exit code 1 where they differ.") { Url };
        check.SetAction((parsed, cancellationToken) => host.RunAsync(
            parsed, HostRole.Command, (services, output) => CheckAsync(services, parsed.GetValue(Url)!, output, cancellationToken)));
        return new Command("market", "The market that servers hold in memory.") { check };
    }

    private static Uri? Read(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)) return url;
        argument.AddError($"\"{text}\" is not the address of a server, such as http://127.0.0.1:8080.");
        return null;
    }

    private static async Task CheckAsync(IServiceProvider services, Uri url, CommandOutput output, CancellationToken cancellationToken)
    {
        await CommandHost.RequireTablesAsync(services, cancellationToken);
        using var client = new HttpClient { BaseAddress = url, Timeout = Patience };
        var time = services.GetRequiredService<TimeProvider>();
        for (var attempt = 1; ; attempt++)
        {
            var held = await AskAsync(client, cancellationToken);
            await services.GetRequiredService<LiveMarkets>().ReadAsync(cancellationToken);
            var stored = services.GetRequiredService<LiveMarkets>().Status!;
            if (held.Version != stored.Version && attempt < Tries)
            {
                await Task.Delay(Pause, time, cancellationToken);
                continue;
            }

            output.Table("Server", Tell(held));
            output.Table("Database", Tell(stored));
            if ((held.Version, held.Contracts, held.Digest) != (stored.Version, stored.Contracts, stored.Digest))
                throw new CommandFailedException("The market in the server's memory differs from the database.");
            output.Line("The market in the server's memory matches the database.");
            return;
        }
    }

    private static async Task<HeldMarketStatus> AskAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var status = await JsonDocument.ParseAsync(await client.GetStreamAsync(new Uri("/api/v1/status", UriKind.Relative), cancellationToken), default, cancellationToken);
            var memory = status.RootElement.GetProperty("memory");
            return memory.ValueKind == JsonValueKind.Null
                ? throw new CommandFailedException("The server has not read the market yet.")
                : new HeldMarketStatus(
                    memory.GetProperty("version").GetInt64(), memory.GetProperty("digest").GetString()!, memory.GetProperty("contracts").GetInt32(),
                    memory.GetProperty("bytes").GetInt64());
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or KeyNotFoundException)
        {
            throw new CommandFailedException($"The server's status cannot be read: {exception.Message}");
        }
    }

    private static IEnumerable<(string, string)> Tell(HeldMarketStatus market) =>
    [
        ("Version", market.Version.ToString(CultureInfo.InvariantCulture)),
        ("Contracts", market.Contracts.ToString(CultureInfo.InvariantCulture)),
        ("Digest", market.Digest),
    ];
}
