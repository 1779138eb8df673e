using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using HangarBay.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Tests.Market;

/// <summary>
/// A pruned contract no longer shows that it was closed. So a process that still follows from an earlier version must be able to notice it
/// (decision 18).
/// </summary>
public abstract class PruneTests(DatabaseProvider provider) : MarketWriterTest(provider)
{
    [SkippableFact]
    public async Task A_contract_that_was_just_closed_stays_even_if_the_time_to_keep_it_is_zero()
    {
        await GivenClosedAsync(1);

        Assert.Equal(0, await PruneAsync());
        Assert.Equal((2L, 2), (await VersionAsync(), (await MarksAsync()).Count));
    }

    [SkippableFact]
    public async Task A_closed_contract_is_pruned_in_a_new_version_once_no_process_can_follow_from_before_its_closing()
    {
        await GivenClosedAsync(1);
        Clock.Advance(MarketMark.Longest + TimeSpan.FromMilliseconds(1));

        Assert.Equal(1, await PruneAsync());

        Assert.Equal(0, await QueryAsync(context => context.Set<Contract>().CountAsync()));
        Assert.Equal([(2L, 1), (3L, 1)], (await MarksAsync()).Select(mark => (mark.Version, mark.Rows)));
    }

    [SkippableFact]
    public async Task Pruning_keeps_the_marks_that_do_not_block_it()
    {
        await GivenClosedAsync(1);
        await QueryAsync(context => context.Database.ExecuteSqlRawAsync("DELETE FROM market_marks WHERE version < 2"));
        for (var id = 2; id < 5; id++) await ListAsync(Row(id));
        Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, await PruneAsync());

        Assert.Equal([2L, 3, 4, 5, 6], (await MarksAsync()).Select(mark => mark.Version));
    }

    [SkippableFact]
    public async Task At_most_the_requested_number_is_pruned_and_the_oldest_first()
    {
        await GivenClosedAsync(1);
        Clock.Advance(TimeSpan.FromHours(1));
        await GivenClosedAsync(2);
        Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(1, await PruneAsync(limit: 1));

        Assert.Equal([2L], await QueryAsync(context => context.Set<Contract>().Select(contract => contract.Id.Value).ToListAsync()));
    }

    private async Task GivenClosedAsync(long id)
    {
        await ListAsync(Row(id));
        await ChangeAsync(market => market.CloseAsync([new ContractId(id)], Clock.GetUtcNow().AddMilliseconds(-1), default));
    }

    private Task<int> PruneAsync(int limit = 10) => ChangeAsync(market => market.PruneAsync(Clock.GetUtcNow(), limit, default));
}

public sealed class PruneOnSqlite() : PruneTests(DatabaseProvider.Sqlite);

public sealed class PruneOnPostgres() : PruneTests(DatabaseProvider.Postgres);
