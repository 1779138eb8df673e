using System.CommandLine;
using HangarBay.Bench;
using HangarBay.Bench.Following;
using HangarBay.Bench.Hostile;
using HangarBay.Bench.Naming;
using HangarBay.Bench.Pages;
using HangarBay.Bench.Questions;
using HangarBay.Bench.Reading;
using HangarBay.Infrastructure.Persistence;

var contracts = new Option<int>("--contracts") { Description = "Live contracts in the sandbox.", DefaultValueFactory = _ => 50_000 };
var concurrency = new Option<int>("--concurrency") { Description = "Calls in flight at once.", DefaultValueFactory = _ => 20 };
var rounds = new Option<int>("--rounds") { Description = "How often everything is measured, in turns.", DefaultValueFactory = _ => 3 };
var engines = new Option<DatabaseProvider[]>("--engine")
{
    Description = "Sqlite, Postgres; both by default.",
    DefaultValueFactory = _ => [DatabaseProvider.Sqlite, DatabaseProvider.Postgres],
};
var address = new Option<string>("--address") { Description = "Where the sandbox is.", Required = true };

var bare = new Command("bare", "Read what a first fill reads, and store nothing.") { address, concurrency };
bare.SetAction(async parsed =>
{
    using var reading = new BareReading(parsed.GetValue(address)!, parsed.GetValue(concurrency));
    var (requests, bytes, read) = await reading.RunAsync();
    Console.WriteLine(FormattableString.Invariant($"{requests} requests, {bytes / 1_000_000} MB, {read} contracts with lines"));
});

var firstFill = new Command("first-fill", "A first fill, against reading the same and storing nothing.") { contracts, concurrency, rounds, engines };
firstFill.SetAction(parsed => FirstFill.RunAsync(
    parsed.GetValue(contracts), parsed.GetValue(concurrency), parsed.GetValue(rounds), parsed.GetValue(engines)!));

var store = new Command("store", "Storing a first fill, against the least an engine can do with the same rows.") { contracts, rounds, engines };
store.SetAction(parsed => Storing.RunAsync(parsed.GetValue(contracts), parsed.GetValue(rounds), parsed.GetValue(engines)!));

var region = new Option<int>("--contracts") { Description = "Contracts in the region.", DefaultValueFactory = _ => 34_000 };
var sweep = new Command("sweep", "A sweep of a region that is known, by how much of it changed.") { region, rounds, engines };
sweep.SetAction(parsed => Sweeping.RunAsync(parsed.GetValue(region), parsed.GetValue(rounds), parsed.GetValue(engines)!));

var hold = new Command("hold", "How long one change keeps every other writer waiting.") { contracts, rounds, engines };
hold.SetAction(parsed => Holding.RunAsync(parsed.GetValue(contracts), parsed.GetValue(rounds), parsed.GetValue(engines)!));

var few = new Option<int>("--contracts") { Description = "Live contracts in the sandbox.", DefaultValueFactory = _ => 20_000 };
var wait = new Command("wait", "A first fill from an ESI that takes its time: how busy it is kept.") { few, concurrency, engines };
wait.SetAction(parsed => Waiting.RunAsync(parsed.GetValue(few), parsed.GetValue(concurrency), parsed.GetValue(engines)!));

var memory = new Command("memory", "The most memory a first fill takes, by how much there is to fill.") { concurrency, engines };
memory.SetAction(parsed => Memory.RunAsync(parsed.GetValue(concurrency), parsed.GetValue(engines)!));

var live = new Option<int>("--contracts") { Description = "Live contracts of the market.", DefaultValueFactory = _ => ReadMarket.TheForge };
var seconds = new Option<int>("--seconds") { Description = "How long each request is measured.", DefaultValueFactory = _ => 6 };
var kept = new Option<bool>("--kept") { Description = "Only answers that are kept." };
var read = new Command("read", "What the API answers a second.") { engines, live, seconds, kept };
read.SetAction(async parsed => await ReadingRun.RunAsync(
    parsed.GetValue(engines)!, parsed.GetValue(live), parsed.GetValue(kept), parsed.GetValue(seconds)) == 0 ? 0 : 1);

var beside = new Option<string?>("--beside") { Description = "Where another build was published, to be asked the same." };
var questions = new Command("questions", "How long questions of all sorts take.") { engines, live, beside };
questions.SetAction(parsed => QuestionsRun.RunAsync(parsed.GetValue(engines)!, parsed.GetValue(live), parsed.GetValue(beside)));

var names = new Command("names", "How long the look-up of names takes, against the default list.") { engines, live };
names.SetAction(parsed => NamesRun.RunAsync(parsed.GetValue(engines)!, parsed.GetValue(live)));

var changes = new Option<int>("--changes") { Description = "How many changes are followed one by one.", DefaultValueFactory = _ => 1_000 };
var follow = new Command("follow", "What a server that follows its market costs its readers, and in memory.") { engines, live, seconds, changes, beside };
follow.SetAction(parsed => FollowingRun.RunAsync(
    parsed.GetValue(engines)!, parsed.GetValue(live), parsed.GetValue(seconds), parsed.GetValue(changes), parsed.GetValue(beside)));

var hostile = new Command("hostile", "What a reader notices of addresses that attack the site.") { engines, live, seconds };
hostile.SetAction(parsed => HostileRun.RunAsync(parsed.GetValue(engines)!, parsed.GetValue(live), parsed.GetValue(seconds)));

var pages = new Command("pages", "What the site's pages take.") { engines, seconds };
pages.SetAction(async parsed => await PagesRun.RunAsync(parsed.GetValue(engines)!, parsed.GetValue(seconds)) == 0 ? 0 : 1);

return await new RootCommand("Benchmarks; each prints ratios within one run.") { bare, firstFill, store, sweep, hold, memory, wait, read, questions, names, follow, hostile, pages, Filling.Command() }.Parse(args).InvokeAsync();
