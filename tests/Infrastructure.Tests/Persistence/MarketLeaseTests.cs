using HangarBay.Application;
using HangarBay.Application.Abstractions;
using HangarBay.Application.InMemory.Following;
using HangarBay.Application.Market;
using HangarBay.Domain;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Esi;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Reference;
using HangarBay.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.Infrastructure.Tests.Persistence;

/// <summary>
/// A process uses the version of a settled market for a moment without another query, and no commit happens in that moment (decision 15).
/// </summary>
public abstract class MarketLeaseTests(DatabaseProvider provider) : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 20, 17, 0, 0, TimeSpan.Zero));
    private readonly List<ServiceProvider> _processes = [];
    private TestDatabase _database = null!;
    private ServiceProvider _reader = null!;
    private ServiceProvider _writer = null!;
    private int _written;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(provider);
        (_reader, _writer) = (StartProcess(), StartProcess());
        await InScopeAsync(_writer, async services =>
        {
            services.GetRequiredService<IRepository<MarketState>>().Add(new MarketState("a sandbox"));
            await services.GetRequiredService<IUnitOfWork>().SaveChangesAsync(CancellationToken.None);
            return true;
        });
    }

    public async Task DisposeAsync()
    {
        foreach (var process in _processes) await process.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    [SkippableFact]
    public async Task A_settled_market_is_asked_for_its_version_once_a_lease()
    {
        await GivenItIsSettledAsync();
        await ReadAsync();
        await ChangeBehindTheirBacksAsync();

        _clock.Advance(MarketLease.Length - TimeSpan.FromTicks(1));
        Assert.Equal(1, (await ReadAsync()).Contracts);

        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(2, (await ReadAsync()).Contracts);
    }

    [SkippableFact]
    public async Task A_market_that_is_not_settled_is_asked_each_time()
    {
        await WriteAsync(_writer);
        Assert.False((await ReadAsync()).IsSettled);

        await ChangeBehindTheirBacksAsync();

        Assert.Equal(2, (await ReadAsync()).Contracts);
    }

    [SkippableFact]
    public async Task Writers_do_not_wait_while_the_market_was_never_settled()
    {
        await WriteAsync(_writer);
        await WriteAsync(StartProcess());

        Assert.Equal(2, (await ReadAsync()).Contracts);
    }

    [SkippableFact]
    public async Task Nothing_is_committed_before_every_lease_has_run_out()
    {
        await GivenItIsSettledAsync();
        await ReadAsync();

        var writing = WriteAsync(_writer);
        await UntilItIsAsync(settled: false);
        Assert.Equal(1, (await ReadAsync()).Contracts);
        _clock.Advance(MarketLease.Length);
        await Task.Delay(50);
        Assert.Equal((1, 1), ((await AskAsync()).Version, _written));

        await PassTheTimeUntilAsync(writing);

        Assert.Equal(2, (await ReadAsync()).Contracts);
    }

    [SkippableFact]
    public async Task Only_the_first_commit_of_a_busy_period_waits()
    {
        await GivenItIsSettledAsync();
        await PassTheTimeUntilAsync(WriteAsync(_writer));

        await WriteAsync(_writer);

        Assert.Equal(3, (await ReadAsync()).Contracts);
    }

    [SkippableFact]
    public async Task A_writer_notices_that_another_process_has_settled_the_market()
    {
        var other = StartProcess();
        await WriteAsync(_writer);
        await WriteAsync(other);
        await SettleAsync(other);
        Assert.True((await ReadAsync()).IsSettled);

        var writing = WriteAsync(_writer);
        await UntilItIsAsync(settled: false);

        Assert.Equal((2, 2), ((await AskAsync()).Version, _written));
        await PassTheTimeUntilAsync(writing);
        Assert.Equal((3, 3), ((await ReadAsync()).Contracts, _written));
    }

    [SkippableFact]
    public async Task A_process_that_joins_a_busy_period_waits_as_long_as_the_first()
    {
        await GivenItIsSettledAsync();
        await PassTheTimeUntilAsync(WriteAsync(_writer));
        var other = StartProcess();

        var writing = WriteAsync(other);
        await Task.Delay(200);
        Assert.False(writing.IsCompleted);

        await PassTheTimeUntilAsync(writing);
        await WriteAsync(_writer);
        Assert.Equal(4, (await ReadAsync()).Contracts);
    }

    [SkippableFact]
    public async Task A_process_of_an_earlier_busy_period_does_not_end_the_present_one()
    {
        var other = StartProcess();
        await WriteAsync(other);
        await WriteAsync(_writer);
        await SettleAsync(_writer);
        await PassTheTimeUntilAsync(WriteAsync(_writer));

        await SettleAsync(other);

        Assert.False((await AskAsync()).IsSettled);
    }

    [SkippableFact]
    public async Task After_a_process_has_died_the_next_one_settles_the_market()
    {
        await GivenItIsSettledAsync();
        var dying = StartProcess();
        await PassTheTimeUntilAsync(WriteAsync(dying));
        await dying.DisposeAsync();
        Assert.False((await AskAsync()).IsSettled);

        await PassTheTimeUntilAsync(WriteAsync(_writer));
        await SettleAsync(_writer);

        Assert.True((await AskAsync()).IsSettled);
    }

    [SkippableFact]
    public async Task Once_nothing_is_written_for_a_while_the_market_is_settled()
    {
        await WriteAsync(_writer);
        _clock.Advance(TimeSpan.FromSeconds(2));
        await WriteAsync(_writer);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.False((await AskAsync()).IsSettled);

        _clock.Advance(TimeSpan.FromSeconds(1));

        await UntilItIsAsync(settled: true);
    }

    private ServiceProvider StartProcess()
    {
        var nothing = new ConfigurationBuilder().Build();
        var process = _database.CreateServices(services => services
            .AddSingleton<IConfiguration>(nothing)
            .AddSingleton<TimeProvider>(_clock)
            .AddApplication()
            .AddEsi(nothing)
            .AddReference(nothing));
        _processes.Add(process);
        return process;
    }

    private async Task GivenItIsSettledAsync()
    {
        await WriteAsync(_writer);
        await SettleAsync(_writer);
    }

    private Task<bool> WriteAsync(IServiceProvider process) => InScopeAsync(process, services => services.GetRequiredService<IMarketWriter>().ChangeAsync(
        async (change, token) =>
        {
            var number = Interlocked.Increment(ref _written);
            await change.NameAsync([new Region(new RegionId(number), LocalisedName.English($"Region {number}"))], token);
            return true;
        },
        CancellationToken.None));

    private static Task SettleAsync(IServiceProvider process) => process.GetRequiredService<BusyPeriods>().SettleAsync();

    /// <summary>Changes the version without marking the market as busy, which no process may do.</summary>
    private Task<int> ChangeBehindTheirBacksAsync() => InScopeAsync(_writer, services =>
        services.GetRequiredService<HangarBayDbContext>().Database.ExecuteSqlRawAsync("UPDATE market_state SET version = version + 1"));

    /// <summary>The version as the reader knows it, which may have a lease.</summary>
    private Task<MarketVersion> ReadAsync() => _reader.GetRequiredService<IMarketVersions>().ReadAsync(CancellationToken.None);

    /// <summary>The market's row in the database.</summary>
    private Task<MarketState> AskAsync() => InScopeAsync(_reader, services =>
        services.GetRequiredService<HangarBayDbContext>().Set<MarketState>().AsNoTracking().SingleAsync());

    private async Task UntilItIsAsync(bool settled)
    {
        for (var attempt = 0; (await AskAsync()).IsSettled != settled; attempt++)
        {
            Assert.True(attempt < 600, "The condition did not become true in time.");
            await Task.Delay(50);
        }
    }

    /// <summary>Advances the clock at the pace of real time.</summary>
    private async Task PassTheTimeUntilAsync(Task writing)
    {
        while (!writing.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Delay(10);
        }

        await writing;
    }

    private static async Task<T> InScopeAsync<T>(IServiceProvider process, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = process.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }
}

public sealed class MarketLeaseOnSqlite() : MarketLeaseTests(DatabaseProvider.Sqlite);

public sealed class MarketLeaseOnPostgres() : MarketLeaseTests(DatabaseProvider.Postgres);
