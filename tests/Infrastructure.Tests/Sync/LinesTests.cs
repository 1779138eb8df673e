using HangarBay.Application.Sync.ReadingLines;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Tests.Sync;

/// <summary>Lines are read once. Lines that cannot be read are asked for again later, and stop no other contract (M5, M9).</summary>
public abstract class LinesTests(DatabaseProvider provider) : SyncTest(provider)
{
    private List<long> _bearing = [];

    public static TheoryData<string, Fault> Faults => new()
    {
        { "403", new StatusFault(403) },
        { "404", new StatusFault(404) },
        { "500", new StatusFault(500) },
        { "html", new HtmlFault() },
        { "truncated", new TruncatedFault() },
    };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        // Few calls at once, so that their errors do not spend the error budget. The governor would wait for it in real time.
        Settings["Sync:ItemsAtOnce"] = "2";
        await SweepWellAsync();
        _bearing = [.. (await ContractsAsync()).Where(contract => contract.LinesState == LinesState.Pending).Select(contract => contract.Id.Value)];
    }

    [SkippableTheory]
    [MemberData(nameof(Faults))]
    public async Task A_contract_with_unreadable_lines_waits_and_every_other_is_read(string what, Fault fault)
    {
        Assert.NotEmpty(what);
        Esi.Faults.Add(fault with { Path = LinesOf(_bearing[3]) });

        var summary = await SyncAsync();

        Assert.Equal((_bearing.Count - 1, 1), (summary.ContractsRead, summary.ContractsMissed));
        Assert.Equal(_bearing[3], Assert.Single(await PendingAsync()).Id.Value);
        Assert.Equal(Clock.GetUtcNow().AddMinutes(5), (await PendingAsync())[0].LinesNextAttemptAt);
    }

    [SkippableFact]
    public async Task Lines_that_are_gone_forbidden_missing_or_broken_are_missed_and_the_others_are_read()
    {
        Esi.Market.Drop(Forge, [_bearing[0]]);
        Esi.Faults.Add(new StatusFault(403) { Path = LinesOf(_bearing[1]) });
        Esi.Faults.Add(new StatusFault(404) { Path = LinesOf(_bearing[2]) });
        Esi.Faults.Add(new StatusFault(500) { Path = LinesOf(_bearing[3]) });

        var summary = await SyncAsync();

        Assert.Equal((_bearing.Count - 4, 4), (summary.ContractsRead, summary.ContractsMissed));
        var missed = await PendingAsync();
        Assert.Equal(_bearing.Take(4), missed.Select(contract => contract.Id.Value));
        Assert.All(missed, contract => Assert.Equal((1, Clock.GetUtcNow().AddMinutes(5)), (contract.LinesAttempts, contract.LinesNextAttemptAt)));
        Assert.Equal([204, 403, 404, 500, 500, 500, 500], Asked("items/{contract_id}").Select(request => request.Status).Where(status => status != 200).Order());
    }

    [SkippableFact]
    public async Task Missed_lines_are_asked_for_again_at_their_next_attempt_and_not_before()
    {
        Esi.Faults.Add(new StatusFault(403) { Path = LinesOf(_bearing[0]), Count = 1 });
        await SyncAsync();
        Esi.Requests.Clear();

        Clock.Advance(TimeSpan.FromMinutes(4));
        await SyncAsync();
        Assert.Empty(AskedLines());

        Clock.Advance(TimeSpan.FromMinutes(1));
        await SyncAsync();
        Assert.Equal(_bearing[0], Assert.Single(AskedLines()));
        Assert.Empty(await PendingAsync());
    }

    [SkippableFact]
    public async Task A_batch_of_contracts_that_are_gone_does_not_stop_the_rest()
    {
        Settings["Sync:ItemsBatch"] = "10";
        var process = StartProcess();
        var first = await QueryAsync(context => context.Set<Contract>().Where(contract => contract.LinesState == LinesState.Pending)
            .OrderByDescending(contract => contract.Volume).ThenBy(contract => contract.Id).Select(contract => contract.Id).Take(10).ToListAsync());
        Esi.Market.Drop(Forge, [.. first.Select(id => id.Value)]);

        var summary = await Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions
            .GetRequiredService<Application.Sync.SyncRun>(process)
            .RunAsync(new([TheForge]), progress: null, default);

        Assert.Equal((_bearing.Count - 10, 10), (summary.ContractsRead, summary.ContractsMissed));
    }

    [SkippableFact]
    public async Task While_esi_is_away_the_reading_stops_after_a_few_calls()
    {
        Esi.Faults.Add(new StatusFault(503) { Path = "/items/" });

        var result = await SendAsync(new ReadLines());

        Assert.True(result.GaveUp);
        Assert.InRange(AskedLines().Distinct().Count(), 5, 6);
        Assert.Equal(0, result.Read);
    }

    [SkippableFact]
    public async Task Lines_are_stored_before_their_types_are_known_and_derived_again_once_they_are()
    {
        await SyncAsync();
        Clock.Advance(NextGeneration);
        var fault = new StatusFault(500) { Path = "/universe/types/" };
        Esi.Faults.Add(fault);
        var added = Esi.Market.Add(Forge, 1, lines: 60)[0];

        Assert.Equal(JobName.Types, Assert.Single((await SyncAsync()).FailedJobs).Job);

        Assert.Empty(await PendingAsync());
        Assert.NotEmpty(await UnclassifiedAsync(added));
        Assert.NotEmpty(await NamelessTypesAsync());

        Esi.Faults.Remove(fault);
        await SyncAsync();
        Assert.Empty(await UnclassifiedAsync(added));
        Assert.Empty(await NamelessTypesAsync());
        await ThenItIsAsTheSandboxKnowsAsync();
    }

    [SkippableFact]
    public async Task A_type_that_esi_learns_of_later_is_named_then()
    {
        await SyncAsync();
        Clock.Advance(NextGeneration);
        var fault = new StatusFault(404) { Path = "/universe/types/" };
        Esi.Faults.Add(fault);
        var added = Esi.Market.Add(Forge, 1, lines: 60)[0];
        await SyncAsync();
        Esi.Faults.Remove(fault);

        await SyncAsync();
        Assert.NotEmpty(await NamelessTypesAsync());

        Clock.Advance(TimeSpan.FromHours(1));
        await SyncAsync();
        Assert.Empty(await NamelessTypesAsync());
        Assert.Empty(await UnclassifiedAsync(added));
    }

    [SkippableFact]
    public async Task A_station_without_an_answer_does_not_stop_the_other_names()
    {
        var station = (await ContractsAsync()).Select(contract => contract.StartLocationId!.Value).First(id => id.IsStation);
        var fault = new StatusFault(500) { Path = $"/universe/stations/{station}" };
        Esi.Faults.Add(fault);

        await SyncAsync();

        var known = await QueryAsync(context => context.Set<Location>().Select(location => location.Id).ToListAsync());
        Assert.DoesNotContain(station, known);
        Assert.NotEmpty(known);
        Assert.NotEmpty(await QueryAsync(context => context.Set<Character>().ToListAsync()));

        Esi.Faults.Remove(fault);
        await SyncAsync();
        Assert.NotNull((await QueryAsync(context => context.Set<Location>().SingleAsync(location => location.Id == station))).Name);
    }

    [SkippableFact]
    public async Task An_id_without_a_name_is_remembered_as_nameless_and_the_others_are_named()
    {
        var nobody = (await ContractsAsync())[0].IssuerId;
        Esi.Faults.Add(new MissingNameFault(nobody.Value));

        await SyncAsync();

        var characters = await QueryAsync(context => context.Set<Character>().ToListAsync());
        Assert.Equal(nobody, Assert.Single(characters, character => character.Name is null).Id);
        Esi.Requests.Clear();
        await SyncAsync();
        Assert.Empty(Asked("/universe/names"));
    }

    private async Task<IReadOnlyList<ContractLine>> UnclassifiedAsync(long contract) =>
        [.. (await ContractsAsync()).Single(one => one.Id.Value == contract).Lines.Where(line => line.IsIncluded && line.CategoryId is null)];

    private Task<List<ItemType>> NamelessTypesAsync() => QueryAsync(context => context.Set<ItemType>().Where(type => type.Name == null).ToListAsync());

    private static string LinesOf(long contract) => $"/contracts/public/items/{contract}";

    private async Task<List<Contract>> PendingAsync() => [.. (await ContractsAsync()).Where(contract => contract.LinesState == LinesState.Pending)];
}

public sealed class LinesOnSqlite() : LinesTests(DatabaseProvider.Sqlite);

public sealed class LinesOnPostgres() : LinesTests(DatabaseProvider.Postgres);
