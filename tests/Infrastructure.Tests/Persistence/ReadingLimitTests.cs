using System.Diagnostics;
using HangarBay.Application.Abstractions;
using HangarBay.Domain.Market;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Sqlite;
using HangarBay.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Tests.Persistence;

/// <summary>
/// A query with a limit ends when its time is over or it is cancelled. The engine stops working on it, whether or not a caller waits.
/// </summary>
public abstract class ReadingLimitTests(DatabaseProvider provider) : DatabaseBehaviour(provider)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(300);
    protected static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(5);

    [SkippableFact]
    public async Task A_query_is_cut_when_its_time_is_over()
    {
        var began = Stopwatch.GetTimestamp();
        var fault = await FailAsync(Soon, CancellationToken.None);

        // Before the driver's own time-out.
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20));
        Assert.Equal(DatabaseFaultKind.Unavailable, fault?.Kind);
        Assert.Contains("took too long", fault!.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_query_is_cut_when_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource(Soon);

        await FailAsync(LongEnough, cancellation.Token);

        Assert.True(cancellation.IsCancellationRequested);
    }

    [SkippableFact]
    public async Task A_query_that_was_cancelled_before_it_began_does_not_begin()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await FailAsync(LongEnough, cancellation.Token);
    }

    [SkippableFact]
    public async Task Rows_that_come_one_by_one_are_cut_as_well() => await InScopeAsync(async services =>
    {
        services.GetRequiredService<IReadingLimit>().Set(Soon);
        var began = Stopwatch.GetTimestamp();

        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await foreach (var _ in Facade(services).SqlQueryRaw<long>(
                """WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000) SELECT i AS "Value" FROM n""").AsAsyncEnumerable())
            {
                Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(60), "The query still runs after 60 s.");
            }
        });
    });

    [SkippableFact]
    public async Task Queries_in_time_are_answered_one_after_the_other() => await InScopeAsync(async services =>
    {
        services.GetRequiredService<IReadingLimit>().Set(LongEnough);
        for (var query = 1; query <= 50; query++)
            Assert.Equal(query, await Facade(services).SqlQuery<int>($"SELECT {query} AS \"Value\"").SingleAsync());
    });

    [SkippableFact]
    public async Task A_scope_with_a_reading_limit_cannot_write_and_the_next_scope_can()
    {
        for (var round = 0; round < 3; round++)
        {
            await InScopeAsync(async services =>
            {
                services.GetRequiredService<IReadingLimit>().Set(LongEnough);
                Assert.Empty(await services.GetRequiredService<HangarBayDbContext>().Set<MarketState>().ToListAsync());

                services.GetRequiredService<IRepository<MarketState>>().Add(new MarketState("a sandbox"));
                await RefusesAsync(services, () => services.GetRequiredService<IUnitOfWork>().SaveChangesAsync(CancellationToken.None));
                await RefusesAsync(services, () => Facade(services).ExecuteSqlRawAsync("DELETE FROM market_marks"));
            });
            await InScopeAsync(services => Facade(services).ExecuteSqlRawAsync("DELETE FROM market_marks"));
        }
    }

    [SkippableFact]
    public async Task The_limit_ends_with_its_scope()
    {
        for (var scope = 0; scope < 3; scope++) await FailAsync(Soon, CancellationToken.None);

        // The pool returns the same context and connection that had the limit.
        await InScopeAsync(async services =>
        {
            if (services.GetRequiredService<HangarBayDbContext>() is SqliteHangarBayDbContext sqlite) Assert.Null(sqlite.ReadingLimit);
            else Assert.Equal("0", await Facade(services).SqlQueryRaw<string>("SELECT current_setting('statement_timeout') AS \"Value\"").SingleAsync());
        });
    }

    protected static Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade Facade(IServiceProvider services) =>
        services.GetRequiredService<HangarBayDbContext>().Database;

    private static async Task RefusesAsync(IServiceProvider services, Func<Task> write)
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(write);
        Assert.Equal(DatabaseFaultKind.ReadOnly, services.GetRequiredService<IDatabaseFaults>().Explain(refusal)?.Kind);
    }

    /// <summary>The database fault that the exception counts as; null where the query was only cancelled.</summary>
    private Task<DatabaseFault?> FailAsync(TimeSpan limit, CancellationToken cancellationToken) => InScopeAsync(async services =>
    {
        services.GetRequiredService<IReadingLimit>().Set(limit);
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => Facade(services).SqlQueryRaw<long>(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
            SELECT count(*) AS "Value" FROM n a, n b, n c
            """).SingleAsync(cancellationToken));
        return services.GetRequiredService<IDatabaseFaults>().Explain(exception);
    });
}

public sealed class ReadingLimitOnSqlite() : ReadingLimitTests(DatabaseProvider.Sqlite);

public sealed class ReadingLimitOnPostgres() : ReadingLimitTests(DatabaseProvider.Postgres);
