using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;

namespace HangarBay.Infrastructure.Tests.Sync;

/// <summary>Where the ids of two pages overlap, the list may have moved between them, so an absent contract proves nothing (M2).</summary>
public abstract class OverlapTests(DatabaseProvider provider) : SyncTest(provider)
{
    private static readonly MalformedFault Overlap = new(RowDamage.DuplicateAcross) { Region = Forge, Page = 2 };

    protected override EsiSandbox.Engine.SandboxOptions World => new() { Contracts = 1600 };

    [SkippableFact]
    public async Task A_row_on_two_pages_is_stored_once_and_counted()
    {
        Esi.Faults.Add(Overlap);

        var result = await SweepWellAsync();

        Assert.Equal((Listed.Count, 1), (result.New, result.Quarantined));
        Assert.Equal(Listed, await OpenAsync());
    }

    [SkippableFact]
    public async Task Pages_that_overlap_close_nothing_but_add_what_is_new()
    {
        await SweepWellAsync();
        var before = await OpenAsync();
        Clock.Advance(NextGeneration);
        Esi.Market.Drop(Forge, 10);
        Clock.Advance(TimeSpan.FromSeconds(5));
        var added = Esi.Market.Add(Forge, 2);
        Clock.Advance(TimeSpan.FromSeconds(5));
        Esi.Faults.Add(Overlap);

        var result = await SweepWellAsync();

        Assert.Equal(0, result.Closed);
        Assert.Equal(before.Union(Listed).Order(), await OpenAsync());
        Assert.Subset((await OpenAsync()).ToHashSet(), added.ToHashSet());
    }

    [SkippableFact]
    public async Task The_next_sweep_reads_every_page_again_and_closes_what_is_gone()
    {
        await SweepWellAsync();
        Clock.Advance(NextGeneration);
        Esi.Market.Drop(Forge, 10);
        Esi.Faults.Add(Overlap);
        await SweepWellAsync();
        Esi.Faults.Clear();
        Esi.Requests.Clear();
        Clock.Advance(NextGeneration);

        await SweepWellAsync();

        Assert.All(AskedLists(), request => Assert.False(request.IfNoneMatch));
        Assert.Equal(Listed, await OpenAsync());
    }

    [SkippableFact]
    public async Task Contracts_that_fell_between_two_pages_are_live_again_with_their_lines_at_the_next_list()
    {
        await SyncAsync();
        Clock.Advance(NextGeneration);
        Esi.Faults.Add(new ShiftFault(3) { Region = Forge, Page = 2 });
        Assert.InRange((await SweepWellAsync()).Closed, 3, 20);

        Esi.Faults.Clear();
        Clock.Advance(NextGeneration);
        await SyncAsync();

        await ThenItIsAsTheSandboxKnowsAsync();
        Assert.All(AskedLines().CountBy(id => id), contract => Assert.Equal(1, contract.Value));
    }
}

public sealed class OverlapOnSqlite() : OverlapTests(DatabaseProvider.Sqlite);

public sealed class OverlapOnPostgres() : OverlapTests(DatabaseProvider.Postgres);
