using HangarBay.Application.Sync.PruningClosed;
using HangarBay.Domain.Contracts;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Tests.Sync;

/// <summary>Closed contracts are kept for a configured time, then pruned, with their lines (M8).</summary>
public abstract class PruningTests(DatabaseProvider provider) : SyncTest(provider)
{
    private List<long> _gone = [];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Settings["Market:KeepClosed"] = "2.00:00:00";
        await SyncAsync();
        var before = await OpenAsync();
        Clock.Advance(NextGeneration);
        Esi.Market.Drop(Forge, 10);
        await SweepWellAsync();
        _gone = [.. before.Except(Listed)];
        Assert.InRange(_gone.Count, 10, before.Count - 1);
    }

    [SkippableFact]
    public async Task Contracts_closed_long_ago_are_pruned_with_their_lines_and_nothing_else_is()
    {
        var others = (await ContractsAsync()).Where(contract => contract.ClosedAt is null).Sum(contract => contract.Lines.Count);
        Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromSeconds(1));

        Assert.Equal(_gone.Count, await SendAsync(new PruneClosed()));

        var left = await ContractsAsync();
        Assert.Empty(left.Select(contract => contract.Id.Value).Intersect(_gone));
        Assert.Equal(others, await QueryAsync(context => context.Set<ContractLine>().CountAsync()));
    }

    [SkippableFact]
    public async Task A_closed_contract_is_kept_until_then()
    {
        Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(0, await SendAsync(new PruneClosed()));
    }

    [SkippableFact]
    public async Task A_contract_still_listed_is_never_pruned_however_old()
    {
        var open = await OpenAsync();
        Clock.Advance(TimeSpan.FromDays(400));

        await SendAsync(new PruneClosed());

        Assert.Equal(open, await OpenAsync());
    }
}

public sealed class PruningOnSqlite() : PruningTests(DatabaseProvider.Sqlite);

public sealed class PruningOnPostgres() : PruningTests(DatabaseProvider.Postgres);
