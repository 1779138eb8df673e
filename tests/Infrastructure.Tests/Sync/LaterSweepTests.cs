using HangarBay.Application.Sync.SweepingRegion;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;

namespace HangarBay.Infrastructure.Tests.Sync;

public abstract class LaterSweepTests(DatabaseProvider provider) : SyncTest(provider)
{
    [SkippableFact]
    public async Task Before_the_list_expires_nothing_is_asked_and_live_rows_are_reported_as_unchanged()
    {
        await SyncAsync();
        var before = await DumpAsync();
        Esi.Requests.Clear();

        var summary = await SyncAsync();

        Assert.Equal($"0 new, 0 closed, 0 changed, {Listed.Count} unchanged, 0 quarantined", summary.ToString());
        Assert.DoesNotContain(Esi.Requests.Recent, request => request.Route.Length > 0);
        Assert.Empty(before.DifferencesTo(await DumpAsync()));
    }

    [SkippableFact]
    public async Task An_unchanged_list_answers_not_modified_and_only_its_coverage_is_another()
    {
        // A region with so few contracts that none comes or goes within the hour. It has no auction, whose dates would move with the
        // generation.
        var quiet = new Domain.Universe.RegionId(10000030);
        await SyncAsync(default, quiet);
        Clock.Advance(NextGeneration);
        Esi.Requests.Clear();
        Written.Clear();
        var before = await DumpAsync();

        var result = Assert.IsType<SweepResult.Swept>(await SendAsync(new SweepRegion(quiet)));

        Assert.True(result.Unchanged > 0);
        Assert.Equal((304, true), Assert.Single(AskedLists().Select(request => (request.Status, request.IfNoneMatch))));
        Assert.Equal(0, Written.Of<Contract>());
        Assert.StartsWith("region_coverage", Assert.Single(before.DifferencesTo(await DumpAsync())), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_tags_are_known_to_the_next_process_too()
    {
        await SyncAsync();
        Clock.Advance(NextGeneration);
        Esi.Requests.Clear();

        await SweepAsync(StartProcess());

        Assert.All(AskedLists(), request => Assert.True(request.IfNoneMatch));
    }

    [SkippableFact]
    public async Task Contracts_that_left_the_list_are_closed_as_gone_early_and_keep_their_lines()
    {
        await SyncAsync();
        var lines = (await ContractsAsync()).ToDictionary(contract => contract.Id.Value, contract => contract.Lines.Count);
        Clock.Advance(NextGeneration);
        var dropped = Esi.Market.Drop(Forge, 10);

        var result = await SweepWellAsync();

        // Other contracts may have ended by themselves meanwhile.
        var gone = lines.Keys.Except(Listed).Order().ToList();
        var closed = (await ContractsAsync()).Where(contract => contract.ClosedAt is not null).ToList();
        Assert.Subset(gone.ToHashSet(), dropped.ToHashSet());
        Assert.Equal(gone.Count, result.Closed);
        Assert.Equal(gone, closed.Select(contract => contract.Id.Value));
        Assert.All(closed.Where(contract => dropped.Contains(contract.Id.Value)), contract => Assert.Equal(ClosureEvidence.GoneEarly, contract.Closure));
        Assert.All(closed, contract => Assert.Equal(lines[contract.Id.Value], contract.Lines.Count));
        Assert.Equal(Listed, await OpenAsync());
    }

    [SkippableFact]
    public async Task Contracts_past_their_date_are_closed_as_expired()
    {
        await SyncAsync();
        Clock.Advance(TimeSpan.FromDays(29));

        await SweepWellAsync();

        var closed = (await ContractsAsync()).Where(contract => contract.ClosedAt is not null && contract.Type != ContractType.Auction);
        Assert.All(closed, contract => Assert.Equal(ClosureEvidence.Expired, contract.Closure));
    }

    [SkippableFact]
    public async Task A_contract_that_comes_back_is_live_again_with_the_lines_it_had()
    {
        await SyncAsync();
        var lines = (await ContractsAsync()).ToDictionary(contract => contract.Id.Value, contract => contract.Lines.Count);
        Clock.Advance(NextGeneration);
        var dropped = Esi.Market.Drop(Forge, 5);
        await SweepWellAsync();
        Esi.Market.Reset();
        Clock.Advance(NextGeneration);
        Esi.Requests.Clear();

        var summary = await SyncAsync();

        // Some of them may have ended by themselves meanwhile.
        var listed = dropped.Intersect(Listed).ToHashSet();
        var back = (await ContractsAsync()).Where(contract => listed.Contains(contract.Id.Value)).ToList();
        Assert.NotEmpty(back);
        Assert.True(summary.New >= back.Count);
        Assert.All(back, contract => Assert.Equal((null, (ClosureEvidence?)null), (contract.ClosedAt, contract.Closure)));
        Assert.All(back, contract => Assert.Equal(lines[contract.Id.Value], contract.Lines.Count));
        Assert.Empty(AskedLines().Intersect(dropped));
    }

    [SkippableFact]
    public async Task Contracts_that_were_added_are_new_and_get_their_lines()
    {
        await SyncAsync();
        Clock.Advance(NextGeneration);
        var added = Esi.Market.Add(Forge, 3, lines: 4);

        var summary = await SyncAsync();

        Assert.True(summary.New >= 3);
        var stored = (await ContractsAsync()).Where(contract => added.Contains(contract.Id.Value)).ToList();
        Assert.Equal(added, stored.Select(contract => contract.Id.Value));
        Assert.All(stored, contract => Assert.Equal((LinesState.Read, 4), (contract.LinesState, contract.Lines.Count)));
    }

    [SkippableFact]
    public async Task Lines_that_were_read_are_never_asked_for_again()
    {
        await SyncAsync();
        Clock.Advance(NextGeneration);
        Esi.Market.TurnOver(Forge);
        var known = (await ContractsAsync()).ConvertAll(contract => contract.Id.Value);
        Esi.Requests.Clear();

        await SyncAsync();

        Assert.Empty(AskedLines().Intersect(known));
        Assert.Equal(SweepOutcome.Complete, (await CoverageAsync()).LastOutcome);
    }
}

public sealed class LaterSweepOnSqlite() : LaterSweepTests(DatabaseProvider.Sqlite);

public sealed class LaterSweepOnPostgres() : LaterSweepTests(DatabaseProvider.Postgres);
