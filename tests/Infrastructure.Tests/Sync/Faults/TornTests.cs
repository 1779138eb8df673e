using HangarBay.Application.Sync.SweepingRegion;
using HangarBay.Domain.Coverage;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;

namespace HangarBay.Infrastructure.Tests.Sync.Faults;

/// <summary>Pages of two generations, for one page or for all, once or for a long time. Nothing is closed on such evidence (M2).</summary>
public abstract class TornTests(DatabaseProvider provider) : TwoPagesTest(provider)
{
    private const int Generations = 3;

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_torn_page_keeps_the_old_state_for_as_long_as_it_is_torn(int page)
    {
        var fault = new TornFault { Region = Forge, Page = page };
        Esi.Faults.Add(fault);
        for (var generation = 1; generation <= Generations; generation++)
        {
            Assert.IsType<SweepResult.KeptOldState>(await SweepAsync());
            Assert.Equal((SweepOutcome.Incomplete, generation), ((await CoverageAsync()).LastOutcome!.Value, (await CoverageAsync()).FailuresInRow));
            Assert.Equal(Before, await OpenAsync());
            Clock.Advance(NextGeneration);
        }

        Esi.Faults.Remove(fault);
        await SyncAsync();

        Assert.Equal((SweepOutcome.Complete, 0), ((await CoverageAsync()).LastOutcome!.Value, (await CoverageAsync()).FailuresInRow));
        await ThenItIsAsTheSandboxKnowsAsync();
    }

    [SkippableFact]
    public async Task If_all_pages_stay_torn_they_are_one_list_and_stored_with_their_own_time()
    {
        Esi.Faults.Add(new TornFault { Region = Forge });
        for (var generation = 1; generation <= Generations; generation++)
        {
            Clock.Advance(NextGeneration);
            var earlier = Listed;
            var dropped = Esi.Market.Drop(Forge, [Listed[generation]])[0];

            await SweepWellAsync();

            Assert.Equal(earlier, await OpenAsync());
            Assert.Contains(dropped, earlier);
            Assert.True((await CoverageAsync()).AsOf < Clock.GetUtcNow());
        }

        Esi.Faults.Clear();
        Clock.Advance(NextGeneration);
        await SyncAsync();
        await ThenItIsAsTheSandboxKnowsAsync();
    }

    [SkippableFact]
    public async Task Pages_torn_in_turn_delay_the_sweep_but_close_no_contract()
    {
        for (var generation = 1; generation <= Generations; generation++)
        {
            Esi.Faults.Add(new TornFault { Region = Forge, Page = 1 + (generation % 2), Count = 1 });
            await SweepWellAsync();
            Assert.Equal(Listed, await OpenAsync());
            Clock.Advance(NextGeneration);
        }
    }
}

public sealed class TornOnSqlite() : TornTests(DatabaseProvider.Sqlite);

public sealed class TornOnPostgres() : TornTests(DatabaseProvider.Postgres);
