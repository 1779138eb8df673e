using HangarBay.Application.Sync.SweepingRegion;
using HangarBay.Domain.Coverage;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;

namespace HangarBay.Infrastructure.Tests.Sync.Faults;

/// <summary>A page of 20 MB, sixty times the size of a full one.</summary>
public abstract class HugePageTests(DatabaseProvider provider) : SyncTest(provider)
{
    /// <summary>Rows of about 440 bytes each.</summary>
    private const int Rows = 46_000;

    [SkippableFact]
    public async Task A_huge_page_is_stored_and_one_list_without_it_does_not_close_its_contracts()
    {
        Esi.Faults.Add(new BigPageFault(Rows) { Region = Forge, Page = 1 });

        Assert.Equal(Rows, (await SweepWellAsync()).New);
        Assert.Equal((SweepOutcome.Complete, Rows), ((await CoverageAsync()).LastOutcome!.Value, (await CoverageAsync()).Listed));

        Esi.Faults.Clear();
        Clock.Advance(NextGeneration);
        Assert.IsType<SweepResult.KeptOldState>(await SweepAsync());
        Assert.Equal(SweepOutcome.Held, (await CoverageAsync()).LastOutcome);
        Assert.Equal(Rows, (await OpenAsync()).Count);
    }

    [SkippableFact]
    public async Task A_page_over_the_limit_is_refused_and_the_old_state_stays()
    {
        Settings["Esi:MaxBodyBytes"] = "10000000";
        await SweepWellAsync();
        var before = await OpenAsync();
        Clock.Advance(NextGeneration);
        Esi.Faults.Add(new BigPageFault(Rows) { Region = Forge, Page = 1 });

        Assert.IsType<SweepResult.KeptOldState>(await SweepAsync());

        Assert.Equal(before, await OpenAsync());
    }
}

public sealed class HugePageOnSqlite() : HugePageTests(DatabaseProvider.Sqlite);

public sealed class HugePageOnPostgres() : HugePageTests(DatabaseProvider.Postgres);
