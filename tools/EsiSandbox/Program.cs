using System.CommandLine;
using HangarBay.EsiSandbox;
using HangarBay.EsiSandbox.Engine;

var contracts = new Option<int>("--contracts") { Description = "How many generated contracts are live at any time.", HelpName = "N", DefaultValueFactory = _ => 2000 };
var seed = new Option<long>("--seed") { Description = "The seed of all generated data.", HelpName = "N", DefaultValueFactory = _ => 1 };
var shape = new Option<MarketShape?>("--shape")
{
    Description = "demo: a market to look at; newEden: the shares and oddities of the real one. Without it, demo below 5,000 contracts.",
    HelpName = "demo|newEden",
    // The parser's own refusal takes three lines.
    CustomParser = argument =>
    {
        if (Enum.TryParse<MarketShape>(argument.Tokens[0].Value, ignoreCase: true, out var named))
            return named;
        argument.AddError($"The shape of a market is demo or newEden, not {argument.Tokens[0].Value}.");
        return null;
    },
};
var recorded = new Option<string?>("--recorded") { Description = "Replay the recording in this folder instead.", HelpName = "DIR" };
var urls = new Option<string>("--urls") { Description = "Where to listen.", HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:5090" };
var generation = new Option<int>("--generation") { Description = "Seconds until a list gets a new generation.", HelpName = "SECONDS", DefaultValueFactory = _ => 1800 };
var evenly = new Option<bool>("--no-jitter") { Description = "Date all pages of a list to the same second. Otherwise some are dated one second earlier." };
var tokens = new Option<int?>("--tokens") { Description = "Limit the contract routes by a bucket of N tokens, instead of the error limit.", HelpName = "N" };
var window = new Option<int>("--token-window") { Description = "Seconds until a spent token returns.", HelpName = "SECONDS", DefaultValueFactory = _ => 900 };

var command = new RootCommand("A local ESI: public contracts and what they refer to, with faults on demand under /sandbox.")
{
    contracts, seed, shape, recorded, urls, generation, evenly, tokens, window,
};
command.SetAction((result, cancellationToken) =>
{
    var options = new SandboxOptions
    {
        Contracts = result.GetValue(contracts),
        Seed = result.GetValue(seed),
        Shape = result.GetValue(shape),
        RecordedDirectory = result.GetValue(recorded),
        TokenBucket = result.GetValue(tokens) is { } bucket ? new(bucket, TimeSpan.FromSeconds(result.GetValue(window))) : null,
        PageJitter = !result.GetValue(evenly),
        Generation = TimeSpan.FromSeconds(result.GetValue(generation)),
    };
    return Host.RunAsync(options, result.GetValue(urls)!, cancellationToken);
});

var parsed = command.Parse(args);
if (parsed.Errors.Count == 0)
    return await parsed.InvokeAsync();
await Console.Error.WriteLineAsync(parsed.Errors[0].Message);
return Host.BadArguments;
