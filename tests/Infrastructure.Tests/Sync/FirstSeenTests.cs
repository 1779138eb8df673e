using HangarBay.Domain.Market;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Tests.Sync;

/// <summary>When a contract was first seen (B14).</summary>
public abstract class FirstSeenTests(DatabaseProvider provider) : SyncTest(provider)
{
    [SkippableFact]
    public async Task What_a_regions_first_list_names_counts_from_its_date_of_issue()
    {
        await SweepWellAsync();

        Assert.All(await ContractsAsync(), contract => Assert.Equal(contract.DateIssued, contract.FirstSeenAt));
    }

    [SkippableFact]
    public async Task What_a_later_list_adds_is_seen_now_and_what_was_known_stays_as_it_was()
    {
        await SweepWellAsync();
        var before = await SeenAsync();
        Clock.Advance(NextGeneration);
        var added = Esi.Market.Add(Forge, 3);

        await SweepWellAsync();

        var after = await SeenAsync();
        Assert.All(before, known => Assert.Equal(known.Value, after[known.Key]));
        Assert.All(added, id => Assert.Equal(Clock.GetUtcNow(), after[id]));
        Assert.All(after.Keys.Except(before.Keys), id => Assert.Equal(Clock.GetUtcNow(), after[id]));
    }

    [SkippableFact]
    public async Task A_contract_that_comes_back_keeps_when_it_was_first_seen()
    {
        await SweepWellAsync();
        Clock.Advance(NextGeneration);
        var added = Esi.Market.Add(Forge, 3);
        await SweepWellAsync();
        var before = await SeenAsync();
        Clock.Advance(NextGeneration);
        var dropped = Esi.Market.Drop(Forge, 10);
        await SweepWellAsync();
        Esi.Market.Reset();
        Clock.Advance(NextGeneration);
        await SweepWellAsync();

        var after = await SeenAsync();
        Assert.All(before, known => Assert.Equal(known.Value, after[known.Key]));
        Assert.NotEmpty(dropped);
        Assert.NotEmpty(added);
    }

    [SkippableFact]
    public async Task A_sweep_sees_later_than_every_sweep_before_it_even_if_the_clock_of_that_one_was_ahead()
    {
        await SweepWellAsync();
        Clock.Advance(NextGeneration);
        var one = Esi.Market.Add(Forge, 1);
        await SweepWellAsync();
        var changedAt = (await MarketAsync()).ChangedAt!.Value;
        Clock.Advance(NextGeneration);
        var other = Esi.Market.Add(Forge, 1);
        // As another process stored it, whose clock is two seconds ahead.
        var ahead = Clock.GetUtcNow().AddSeconds(2);
        await QueryAsync(context => context.Set<MarketState>().ExecuteUpdateAsync(set => set.SetProperty(state => state.ChangedAt, ahead)));
        await SweepWellAsync();

        var seen = await SeenAsync();
        Assert.Equal(changedAt, seen[one[0]]);
        Assert.Equal(ahead.AddMilliseconds(1), seen[other[0]]);
        Assert.Equal(seen[other[0]], (await MarketAsync()).ChangedAt);
    }

    private Task<MarketState> MarketAsync() => QueryAsync(context => context.Set<MarketState>().AsNoTracking().SingleAsync());

    private async Task<Dictionary<long, DateTimeOffset>> SeenAsync() =>
        (await ContractsAsync()).ToDictionary(contract => contract.Id.Value, contract => contract.FirstSeenAt);
}

public sealed class FirstSeenOnSqlite() : FirstSeenTests(DatabaseProvider.Sqlite);

public sealed class FirstSeenOnPostgres() : FirstSeenTests(DatabaseProvider.Postgres);
