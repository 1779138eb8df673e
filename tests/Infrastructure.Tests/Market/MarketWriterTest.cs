using HangarBay.Application.Market;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using HangarBay.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HangarBay.Infrastructure.Tests.Persistence.ContractSamples;

namespace HangarBay.Infrastructure.Tests.Market;

/// <summary>A claimed market on a database of its own, and any number of processes that write it. The clock stands still.</summary>
public abstract class MarketWriterTest(DatabaseProvider provider) : IAsyncLifetime
{
    private readonly List<ServiceProvider> _processes = [];

    internal WallClock Clock { get; } = new(Issued.AddDays(1));

    protected TestDatabase Database { get; private set; } = null!;

    /// <summary>The process that writes, unless another is named.</summary>
    protected ServiceProvider Process { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync(provider);
        Process = StartProcess();
        await Process.StoreAsync([new MarketState("a sandbox")]);
    }

    public async Task DisposeAsync()
    {
        foreach (var process in _processes) await process.DisposeAsync();
        if (Database is not null) await Database.DisposeAsync();
    }

    protected ServiceProvider StartProcess()
    {
        _processes.Add(Database.StartWriter(Clock));
        return _processes[^1];
    }

    protected Task<T> ChangeAsync<T>(Func<IMarketChange, Task<T>> change, IServiceProvider? process = null) =>
        InScopeAsync(services => services.GetRequiredService<IMarketWriter>().ChangeAsync((market, _) => change(market), CancellationToken.None), process);

    protected Task ChangeAsync(Func<IMarketChange, Task> change, IServiceProvider? process = null) => ChangeAsync(
        async market =>
        {
            await change(market);
            return 0;
        },
        process);

    protected Task ListAsync(params ListedContract[] rows) => ChangeAsync(market => market.ListAsync(TheForge, rows, seenAt: null, default));

    protected Task<T> QueryAsync<T>(Func<HangarBayDbContext, Task<T>> query) =>
        InScopeAsync(services => query(services.GetRequiredService<HangarBayDbContext>()));

    protected async Task<long> VersionAsync() => (await QueryAsync(context => context.Set<MarketState>().AsNoTracking().SingleAsync())).Version;

    protected Task<List<MarketMark>> MarksAsync() =>
        QueryAsync(context => context.Set<MarketMark>().AsNoTracking().OrderBy(mark => mark.Version).ToListAsync());

    protected Task<Contract> ContractAsync(long id) => QueryAsync(context => context.Set<Contract>().AsNoTracking().AsSplitQuery()
        .Include(contract => contract.Lines).Include(contract => contract.Bids).SingleAsync(contract => contract.Id == new ContractId(id)));

    protected async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work, IServiceProvider? process = null)
    {
        await using var scope = (process ?? Process).CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    protected static ListedContract Row(long id, ContractType type = ContractType.ItemExchange, decimal price = 100) => new()
    {
        Id = new ContractId(id),
        Type = type,
        IssuerId = new CharacterId(2_112_000_000),
        IssuerCorporationId = new CorporationId(98_000_001),
        StartLocationId = new LocationId(60_003_760),
        Title = "For sale",
        Price = price,
        Volume = 10,
        DateIssued = Issued,
        DateExpired = Issued.AddDays(14),
    };
}
