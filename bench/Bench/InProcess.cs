using System.Diagnostics;
using HangarBay.Application;
using HangarBay.Application.Abstractions;
using HangarBay.Application.InMemory.Following;
using HangarBay.Application.Market;
using HangarBay.Application.Sync.ClaimingSource;
using HangarBay.Application.Sync.Ports;
using HangarBay.Application.Sync.ReadingLines;
using HangarBay.Application.Sync.ResolvingNames;
using HangarBay.Application.Sync.SweepingRegion;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Esi;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Reference;
using HangarBay.TestSupport;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Bench;

/// <summary>The application in this process, on a database of its own and with an ESI that answers from memory.</summary>
internal sealed class InProcess : IAsyncDisposable
{
    public static readonly RegionId Region = new(10_000_002);

    private readonly ServiceProvider _services;
    private readonly Clock _clock;

    private InProcess(TestDatabase database, int contracts, MarketShape shape, DateTimeOffset start)
    {
        _clock = new Clock(start);
        Database = database;
        Esi = new MemoryEsi(contracts, shape, _clock.GetUtcNow());
        _services = Compose(database, _clock, services => services.AddSingleton<IEsi>(Esi));
    }

    public TestDatabase Database { get; }

    public MemoryEsi Esi { get; }

    /// <param name="engine">The engine of the new database.</param>
    /// <param name="contracts">How many contracts are on ESI's list at the start.</param>
    /// <param name="linesEach">The average number of lines of a contract that has any; by default as in all of New Eden.</param>
    /// <param name="start">The time of the clock at the start; null: a day in November.</param>
    public static async Task<InProcess> StartAsync(DatabaseProvider engine, int contracts, double linesEach = 9.2, DateTimeOffset? start = null)
    {
        var process = new InProcess(
            await TestDatabase.CreateAsync(engine), contracts, new MarketShape(linesEach), start ?? new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero));
        await process.SendAsync(new ClaimSource());
        return process;
    }

    /// <summary>The application in this process, on an existing database.</summary>
    public static ServiceProvider Compose(TestDatabase database, TimeProvider time, Action<IServiceCollection>? more = null)
    {
        var nothing = new ConfigurationBuilder().Build();
        return database.CreateServices(services =>
        {
            services.AddSingleton<IConfiguration>(nothing).AddSingleton(time).AddApplication().AddEsi(nothing).AddReference(nothing);
            more?.Invoke(services);
        });
    }

    public async Task<TimeSpan> ReadLinesAsync()
    {
        var began = Stopwatch.GetTimestamp();
        await SendAsync(new ReadLines());
        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>Resolves names until there is none left to resolve.</summary>
    public async Task NameAsync()
    {
        while ((await SendAsync(new ResolveNames())).Settled > 0)
        {
        }
    }

    /// <summary>Marks the market as settled: nothing more is written, so readers may use for a moment what they have read.</summary>
    public Task SettleAsync() => _services.GetRequiredService<BusyPeriods>().SettleAsync();

    public async Task<(TimeSpan Elapsed, SweepResult Result)> SweepAsync()
    {
        var began = Stopwatch.GetTimestamp();
        var result = await SendAsync(new SweepRegion(Region));
        return (Stopwatch.GetElapsedTime(began), result);
    }

    public async Task<T> ChangeAsync<T>(Func<IMarketChange, CancellationToken, Task<T>> change)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMarketWriter>().ChangeAsync(change, CancellationToken.None);
    }

    public async Task<IReadOnlyList<ItemType>> TypesAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IReadRepository<ItemType>>().ListAsync(new RowsChangedSince<ItemType>(-1), CancellationToken.None);
    }

    /// <summary>
    /// Advances past the expiry of the list that was read last. The next list lacks this many contracts and has as many new ones.
    /// </summary>
    public void Turn(int churn)
    {
        _clock.Advance(TimeSpan.FromHours(1));
        Esi.Turn(churn, _clock.GetUtcNow());
    }

    /// <summary>Advances in the same way, to a list of other contracts only.</summary>
    public void Replace(int contracts)
    {
        _clock.Advance(TimeSpan.FromHours(1));
        Esi.Replace(contracts, _clock.GetUtcNow());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Database.DisposeAsync();
    }

    private async Task<T> SendAsync<T>(IRequest<T> request)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>A clock that stands still until it is moved. Measurements use a stopwatch.</summary>
    private sealed class Clock(DateTimeOffset start) : TimeProvider
    {
        private DateTimeOffset _now = start;

        public override DateTimeOffset GetUtcNow() => _now;

        public void Advance(TimeSpan by) => _now += by;
    }
}
