using HangarBay.Application.Sync.SweepingRegion;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;

namespace HangarBay.Infrastructure.Tests.Sync.Faults;

/// <summary>
/// An empty list of a region that had three thousand contracts is accepted only when a second generation confirms it (M2).
/// </summary>
public abstract class EmptiedRegionTests(DatabaseProvider provider) : SyncTest(provider)
{
    private List<Contract> _before = [];

    protected override EsiSandbox.Engine.SandboxOptions World => new() { Contracts = 4500 };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await SweepWellAsync();
        _before = await ContractsAsync();
        Assert.InRange(_before.Count, 2900, 3500);
        Clock.Advance(NextGeneration);
        Empty();
    }

    [SkippableFact]
    public async Task The_first_empty_list_is_held_and_the_second_closes_all_contracts_with_evidence()
    {
        var kept = Assert.IsType<SweepResult.KeptOldState>(await SweepAsync());
        Assert.Contains("next generation", kept.Reason, StringComparison.Ordinal);
        Assert.Equal(SweepOutcome.Held, (await CoverageAsync()).LastOutcome);
        Assert.Equal(_before.Count, (await OpenAsync()).Count);
        Clock.Advance(NextGeneration);
        Empty();

        var swept = await SweepWellAsync();

        Assert.Equal((_before.Count, 0), (swept.Closed, (await CoverageAsync()).Listed));
        var asOf = (await CoverageAsync()).AsOf!.Value;
        Assert.All(await ContractsAsync(), contract => Assert.Equal(asOf, contract.ClosedAt));
        Assert.All(
            (await ContractsAsync()).Where(contract => contract.Type != ContractType.Auction),
            contract => Assert.Equal(contract.DateExpired <= asOf ? ClosureEvidence.Expired : ClosureEvidence.GoneEarly, contract.Closure));
    }

    [SkippableFact]
    public async Task An_empty_list_of_the_same_generation_confirms_nothing()
    {
        await SweepAsync();
        // The list has expired by the local clock, but ESI still sends the generation that was held.
        Esi.Faults.Add(new EsiSandbox.Engine.Faults.TornFault { Region = Forge });
        Clock.Advance(NextGeneration);

        Assert.IsType<SweepResult.KeptOldState>(await SweepAsync());

        Assert.Equal(_before.Count, (await OpenAsync()).Count);
    }

    [SkippableFact]
    public async Task An_empty_list_that_is_corrected_closes_no_contract()
    {
        await SweepAsync();
        Esi.Market.Reset();
        Clock.Advance(NextGeneration);

        await SweepWellAsync();

        Assert.Equal(Listed, await OpenAsync());
        Assert.InRange(Listed.Count, 2800, 3500);
    }

    /// <summary>Drops until the list is empty, because each new list also has the contracts issued since the list before.</summary>
    private void Empty()
    {
        while (Listed.Count > 0)
        {
            Esi.Market.Drop(Forge, [.. Listed]);
            Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }
}

public sealed class EmptiedRegionOnSqlite() : EmptiedRegionTests(DatabaseProvider.Sqlite);

public sealed class EmptiedRegionOnPostgres() : EmptiedRegionTests(DatabaseProvider.Postgres);
