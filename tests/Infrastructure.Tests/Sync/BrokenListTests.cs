using HangarBay.Application.Sync.SweepingRegion;
using HangarBay.Domain.Coverage;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Tests.Sync;

/// <summary>A list that cannot be read whole closes nothing (M2).</summary>
public abstract class BrokenListTests(DatabaseProvider provider) : TwoPagesTest(provider)
{
    public static TheoryData<string, Fault> Passing => new()
    {
        { "torn once", new TornFault { Region = Forge, Page = 2, Count = 1 } },
        { "first page torn once", new TornFault { Region = Forge, Page = 1, Count = 1 } },
        { "a burst of 502", new StatusFault(502) { Region = Forge, Page = 2, Count = 3 } },
        { "a burst of 503 on everything", new StatusFault(503) { Region = Forge, Count = 3 } },
        { "truncated once", new TruncatedFault { Region = Forge, Page = 1, Count = 1 } },
        { "html once", new HtmlFault { Region = Forge, Page = 2, Count = 1 } },
        { "empty once", new EmptyPageFault { Region = Forge, Page = 2, Count = 1 } },
        { "stalled once", new StallFault { Region = Forge, Page = 2, Count = 1 } },
    };

    [SkippableTheory]
    [MemberData(nameof(Passing))]
    public async Task A_passing_fault_only_takes_time(string what, Fault fault)
    {
        Assert.NotEmpty(what);
        Esi.Faults.Add(fault);

        await SweepWellAsync();

        Assert.Equal(Listed, await OpenAsync());
    }

    [SkippableFact]
    public async Task Once_the_fault_is_over_the_next_sweep_closes_what_is_gone()
    {
        Esi.Faults.Add(new StatusFault(502) { Region = Forge, Page = 2 });
        await SweepAsync();
        Esi.Faults.Clear();
        Clock.Advance(NextGeneration);

        await SweepWellAsync();

        Assert.Equal(Listed, await OpenAsync());
        Assert.Equal((SweepOutcome.Complete, null, 0), ((await CoverageAsync()).LastOutcome!.Value, (await CoverageAsync()).LastReason, (await CoverageAsync()).FailuresInRow));
    }

    [SkippableFact]
    public async Task A_torn_page_that_expires_after_the_longest_wait_is_not_asked_for_again()
    {
        // The list turns over on demand, so the generation before would have lasted for half an hour more.
        Clock.Advance(TimeSpan.FromSeconds(10));
        Esi.Market.TurnOver(Forge);
        Esi.Faults.Add(new TornFault { Region = Forge, Page = 2 });
        Esi.Requests.Clear();

        Assert.IsType<SweepResult.KeptOldState>(await SweepAsync());

        Assert.Equal(2, AskedLists().Count);
        Assert.Equal(Before, await OpenAsync());
    }

    [SkippableFact]
    public async Task A_region_that_was_never_read_whole_is_not_covered()
    {
        Esi.Faults.Add(new StatusFault(500) { Region = 10000043 });
        var domain = new Domain.Universe.RegionId(10000043);

        var summary = await SyncAsync(default, domain);

        Assert.Equal(domain, Assert.Single(summary.KeptOldState).Region);
        var coverage = await QueryAsync(context => context.FindAsync<RegionCoverage>(domain).AsTask());
        Assert.Equal((null, SweepOutcome.Incomplete), (coverage!.AsOf, coverage.LastOutcome));
    }

    [SkippableFact]
    public async Task One_bad_region_never_stops_the_others()
    {
        Esi.Faults.Add(new StatusFault(500) { Region = 10000030 });

        var summary = await SyncAsync(default, new(10000030), new(10000043));

        Assert.Equal(10000030, Assert.Single(summary.KeptOldState).Region.Value);
        Assert.Equal(Esi.Market.Listed(10000043).Count, summary.New);
    }

    [SkippableFact]
    public async Task A_list_with_an_earlier_time_is_not_stored()
    {
        Esi.Faults.Add(new ClockFault(TimeSpan.FromHours(3)) { Region = Forge });
        Esi.Market.TurnOver(Forge);
        var before = await CoverageAsync();

        var result = await SweepAsync();

        Assert.IsType<SweepResult.KeptOldState>(result);
        Assert.Equal(Before, await OpenAsync());
        Assert.Equal(before.AsOf, (await CoverageAsync()).AsOf);
    }

    [SkippableFact]
    public async Task A_list_that_lost_its_last_page_closes_what_was_on_it()
    {
        // The remaining pages are unchanged, except for auctions, whose dates move with the generation.
        await SweepWellAsync();
        Clock.Advance(NextGeneration);
        Esi.Market.Drop(Forge, [.. Listed.Skip(1000)]);

        await SweepWellAsync();

        Assert.Equal(Listed, await OpenAsync());
        Assert.Single(await QueryAsync(context => context.Set<RegionPage>().ToListAsync()));
    }
}

public sealed class BrokenListOnSqlite() : BrokenListTests(DatabaseProvider.Sqlite);

public sealed class BrokenListOnPostgres() : BrokenListTests(DatabaseProvider.Postgres);
