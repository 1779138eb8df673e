using HangarBay.Application.Sync.SweepingRegion;
using HangarBay.Domain.Coverage;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;

namespace HangarBay.Infrastructure.Tests.Sync;

/// <summary>A sweep that would close suspiciously many contracts waits until the next generation confirms it (M2).</summary>
public abstract class HoldTests(DatabaseProvider provider) : SyncTest(provider)
{
    protected override EsiSandbox.Engine.SandboxOptions World => new() { Contracts = 400 };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await SweepWellAsync();
        Clock.Advance(NextGeneration);
    }

    [SkippableFact]
    public async Task More_than_fifty_and_more_than_a_fifth_are_held()
    {
        var before = await OpenAsync();
        Esi.Market.Drop(Forge, 100);

        var kept = Assert.IsType<SweepResult.KeptOldState>(await SweepAsync());

        Assert.Contains("next generation", kept.Reason, StringComparison.Ordinal);
        Assert.Equal(before, await OpenAsync());
        Assert.Equal(SweepOutcome.Held, (await CoverageAsync()).LastOutcome);
    }

    [SkippableFact]
    public async Task The_next_generation_confirms_what_was_held()
    {
        Esi.Market.Drop(Forge, 100);
        await SweepAsync();
        Clock.Advance(NextGeneration);

        var result = await SweepWellAsync();

        Assert.True(result.Closed >= 100);
        Assert.Equal(Listed, await OpenAsync());
        Assert.Null((await CoverageAsync()).HeldGeneration);
    }

    [SkippableFact]
    public async Task A_list_that_recovers_closes_nothing()
    {
        var before = await OpenAsync();
        Esi.Market.Drop(Forge, 100);
        await SweepAsync();
        Esi.Market.Reset();
        Clock.Advance(NextGeneration);

        var result = await SweepWellAsync();

        Assert.Equal(before.Except(Listed).Count(), result.Closed);
        Assert.InRange(result.Closed, 0, 5);
    }

    [SkippableFact]
    public async Task A_fifth_or_less_is_closed_at_once()
    {
        Esi.Market.Drop(Forge, 51);

        Assert.True((await SweepWellAsync()).Closed >= 51);
    }

    [SkippableFact]
    public async Task Any_number_of_expired_contracts_is_closed_at_once()
    {
        var before = await OpenAsync();
        Clock.Advance(TimeSpan.FromDays(29));

        var result = await SweepWellAsync();

        Assert.Equal(before.Count, result.Closed);
        Assert.Equal(Listed, await OpenAsync());
    }
}

public sealed class HoldOnSqlite() : HoldTests(DatabaseProvider.Sqlite);

public sealed class HoldOnPostgres() : HoldTests(DatabaseProvider.Postgres);
