using System.Data;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HangarBay.Infrastructure.Tests.Persistence.ContractSamples;

namespace HangarBay.Infrastructure.Tests.Market;

/// <summary>
/// One change of the market at a time, over all processes, so that a version determines which rows a reader sees (decision 18).
/// </summary>
public abstract class OneWriterTests(DatabaseProvider provider) : MarketWriterTest(provider)
{
    [SkippableFact]
    public async Task Contracts_are_not_written_before_their_source_is_claimed()
    {
        await using var database = await TestDatabase.CreateAsync(Database.Settings.Provider);
        await using var process = database.StartWriter(Clock);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => ChangeAsync(market => market.ListAsync(TheForge, [Row(1)], seenAt: null, default), process));

        Assert.Contains("source is claimed", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await InScopeAsync(services => services.GetRequiredService<HangarBayDbContext>().Set<Contract>().CountAsync(), process));
    }

    [SkippableFact]
    public async Task Names_from_before_there_was_a_market_carry_no_version()
    {
        await using var database = await TestDatabase.CreateAsync(Database.Settings.Provider);
        await using var process = database.StartWriter(Clock);

        await ChangeAsync(market => market.NameAsync([Region(1)], default), process);

        Assert.Equal(0, await InScopeAsync(services => services.GetRequiredService<HangarBayDbContext>().Set<Region>().Select(region => region.ChangedIn).SingleAsync(), process));
    }

    [SkippableFact]
    public async Task A_failed_change_stores_nothing_and_does_not_raise_the_version()
    {
        await ListAsync(Row(1));

        await Assert.ThrowsAsync<InvalidDataException>(() => ChangeAsync(async market =>
        {
            await market.ListAsync(TheForge, [Row(1, price: 7), Row(2)], seenAt: null, default);
            throw new InvalidDataException();
        }));

        Assert.Equal((1L, Isk.Of(100), 1), (await VersionAsync(), (await ContractAsync(1)).Price!.Value, (await MarksAsync()).Count));
    }

    [SkippableFact]
    public async Task Changes_in_repositories_of_the_scope_are_saved_with_the_change()
    {
        await InScopeAsync(services => services.GetRequiredService<IMarketWriter>().ChangeAsync(
            (_, _) =>
            {
                services.GetRequiredService<IRepository<SweeperState>>().Add(SweeperState.Nobody());
                return Task.FromResult(0);
            },
            CancellationToken.None));

        Assert.Equal((1, 0L), (await QueryAsync(context => context.Set<SweeperState>().CountAsync()), await VersionAsync()));
    }

    [SkippableFact]
    public async Task A_passing_fault_is_tried_again_a_bounded_number_of_times()
    {
        var tries = 0;
        var failing = ChangeAsync(_ => tries++ < 2 ? throw new AlreadyExistsException(new InvalidOperationException()) : Task.FromResult(tries));
        Assert.Equal(3, await failing);

        tries = 0;
        await Assert.ThrowsAsync<ConcurrentChangeException>(() => ChangeAsync<int>(_ =>
        {
            tries++;
            throw new ConcurrentChangeException(new InvalidOperationException());
        }));
        Assert.Equal(4, tries);
    }

    [SkippableFact]
    public async Task Each_version_has_a_mark_that_is_unique_to_its_history()
    {
        await ListAsync(Row(1), Row(2));
        await ListAsync(Row(3));
        await ListAsync(Row(3));

        var marks = await MarksAsync();
        Assert.Equal([(1L, 2, Clock.GetUtcNow()), (2L, 1, Clock.GetUtcNow())], marks.Select(mark => (mark.Version, mark.Rows, mark.At)));
        Assert.Equal(2, marks.Select(mark => mark.Mark).Distinct().Count());
    }

    [SkippableFact]
    public async Task The_last_thousand_marks_are_kept()
    {
        await ListAsync(Row(1));
        await QueryAsync(context => context.Database.ExecuteSqlRawAsync("UPDATE market_state SET version = 999"));
        await ListAsync(Row(2));
        Assert.Equal([1L, 1000L], (await MarksAsync()).Select(mark => mark.Version));

        await ListAsync(Row(3));

        Assert.Equal([1000L, 1001L], (await MarksAsync()).Select(mark => mark.Version));
    }

    [SkippableFact]
    public async Task Many_processes_that_write_at_once_lose_no_version()
    {
        var processes = Enumerable.Range(0, 4).Select(_ => StartProcess()).ToList();

        await Task.WhenAll(processes.Select((process, index) => Task.Run(async () =>
        {
            for (var number = 0; number < 5; number++)
            {
                var id = (index * 5) + number + 1;
                await ChangeAsync(market => market.ListAsync(TheForge, [Row(id)], seenAt: null, default), process);
            }
        })));

        var stamps = await QueryAsync(context => context.Set<Contract>().Select(contract => contract.ChangedIn).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 20).Select(version => (long)version), stamps.Order());
        Assert.Equal((20L, 20), (await VersionAsync(), (await MarksAsync()).Count));
    }

    [SkippableFact]
    public async Task A_reader_of_a_version_sees_every_row_stamped_with_it_or_an_earlier_one()
    {
        using var done = new CancellationTokenSource();
        var writing = Task.WhenAll(Enumerable.Range(0, 3).Select(index => Task.Run(async () =>
        {
            var process = StartProcessLocked();
            for (var number = 0; number < 12; number++)
            {
                var first = ((index * 12) + number) * 10;
                await ChangeAsync(market => market.ListAsync(TheForge, [.. Enumerable.Range(first + 1, 10).Select(id => Row(id))], seenAt: null, default), process);
            }
        })));
        var looks = 0;
        while (!writing.IsCompleted || looks == 0)
        {
            var (version, rows, highest) = await LookAsync();
            // Each version has ten more rows, and no row has a later stamp.
            Assert.Equal((version * 10, version), (rows, highest));
            looks++;
        }

        await writing;
        Assert.Equal((36L, 360L, 36L), await LookAsync());
    }

    [SkippableFact]
    public async Task A_change_waits_for_the_running_one_and_gets_the_next_version()
    {
        var (held, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slow = ChangeAsync(async market =>
        {
            await market.ListAsync(TheForge, [Row(1)], seenAt: null, default);
            held.TrySetResult();
            await release.Task;
        });
        await held.Task;

        // In a thread of its own, because waiting for SQLite's writer blocks the thread.
        var quick = Task.Run(() => ChangeAsync(market => market.ListAsync(TheForge, [Row(2)], seenAt: null, default), StartProcess()));
        await Task.Delay(300);
        Assert.False(quick.IsCompleted);
        Assert.Equal((0L, 0L, 0L), await LookAsync());

        release.SetResult();
        await slow;
        await quick;
        Assert.Equal((1L, 2L), ((await ContractAsync(1)).ChangedIn, (await ContractAsync(2)).ChangedIn));
    }

    /// <summary>The version, the number of contracts and their highest stamp, read in one snapshot.</summary>
    protected Task<(long Version, long Rows, long Highest)> LookAsync() => QueryAsync(async context =>
    {
        await using var snapshot = await InSnapshotAsync(context);
        var version = (await context.Set<MarketState>().AsNoTracking().SingleAsync()).Version;
        var stamps = await context.Set<Contract>().Select(contract => contract.ChangedIn).ToListAsync();
        return (version, (long)stamps.Count, stamps.DefaultIfEmpty().Max());
    });

    private static Region Region(int id) => new(new RegionId(id), LocalisedName.English($"Region {id}"));

    private ServiceProvider StartProcessLocked()
    {
        lock (Clock) return StartProcess();
    }

    private static async Task<IAsyncDisposable> InSnapshotAsync(HangarBayDbContext context)
    {
        if (!context.Database.IsSqlite()) return await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        await context.Database.OpenConnectionAsync();
        // EF's own transaction would take the write lock.
        var transaction = ((Microsoft.Data.Sqlite.SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await context.Database.UseTransactionAsync(transaction))!;
    }
}

public sealed class OneWriterOnSqlite() : OneWriterTests(DatabaseProvider.Sqlite);

public sealed class OneWriterOnPostgres() : OneWriterTests(DatabaseProvider.Postgres);
