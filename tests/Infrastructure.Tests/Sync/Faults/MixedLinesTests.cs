using HangarBay.Domain.Contracts;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;

namespace HangarBay.Infrastructure.Tests.Sync.Faults;

/// <summary>Every kind of bad answer among good ones. Each contract ends as its own answer says, and affects no other (M5, M9).</summary>
public abstract class MixedLinesTests(DatabaseProvider provider) : SyncTest(provider)
{
    /// <summary>Two contracts that are gone, and those that answer 403 and 404.</summary>
    private const int Answered = 4;

    private List<long> _bearing = [];

    protected override EsiSandbox.Engine.SandboxOptions World => new() { Contracts = 150 };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Settings["Esi:Timeout"] = "00:00:01";
        await SweepWellAsync();
        var open = Esi.Market.Truth(Forge).Where(contract => contract.IsOpen).Select(contract => contract.Terms.Id).ToHashSet();
        _bearing = [.. (await ContractsAsync()).Where(contract => contract.LinesState == LinesState.Pending && open.Contains(contract.Id.Value)).Select(contract => contract.Id.Value)];
    }

    [SkippableFact]
    public async Task Each_contract_ends_in_the_state_of_its_own_answer_and_the_sound_ones_are_read()
    {
        Esi.Market.Drop(Forge, [_bearing[0], _bearing[1]]);
        Fault[] faults =
        [
            new StatusFault(403), new StatusFault(404), new StatusFault(500), new StatusFault(502), new HtmlFault(),
            new TruncatedFault(), new TruncatedFault(Chunked: true), new StallFault(),
        ];
        for (var index = 0; index < faults.Length; index++) Esi.Faults.Add(faults[index] with { Path = LinesOf(_bearing[index + 2]) });

        await SyncAsync();

        var missed = _bearing.Take(faults.Length + 2).ToHashSet();
        var contracts = (await ContractsAsync()).Where(contract => _bearing.Contains(contract.Id.Value)).ToLookup(contract => missed.Contains(contract.Id.Value));
        Assert.All(contracts[true], contract => Assert.Equal((LinesState.Pending, 0, true), (contract.LinesState, contract.Lines.Count, contract.LinesNextAttemptAt > Clock.GetUtcNow())));
        // After five calls in a row without an answer ESI counts as away, and none of these counts as an attempt.
        var answered = _bearing.Take(Answered).ToHashSet();
        Assert.All(contracts[true], contract => Assert.InRange(contract.LinesAttempts, answered.Contains(contract.Id.Value) ? 1 : 0, 1));
        Assert.All(contracts[false], contract => Assert.Equal((LinesState.Read, 0), (contract.LinesState, contract.LinesAttempts)));
        Assert.Equal(missed.Count, contracts[true].Count());

        // Once the answers are good, the next attempt reads the lines. The sweep closes the contracts that are gone.
        Esi.Faults.Clear();
        Esi.Requests.Clear();
        Clock.Advance(NextGeneration);
        await SyncAsync();

        Assert.Empty(AskedLines().Intersect(contracts[false].Select(contract => contract.Id.Value)));
        Assert.All((await ContractsAsync()).Where(contract => contract.Id.Value == _bearing[0] || contract.Id.Value == _bearing[1]),
            contract => Assert.Equal(ClosureEvidence.GoneEarly, contract.Closure));
        await ThenItIsAsTheSandboxKnowsAsync();
    }

    private static string LinesOf(long contract) => $"/contracts/public/items/{contract}";
}

public sealed class MixedLinesOnSqlite() : MixedLinesTests(DatabaseProvider.Sqlite);

public sealed class MixedLinesOnPostgres() : MixedLinesTests(DatabaseProvider.Postgres);
