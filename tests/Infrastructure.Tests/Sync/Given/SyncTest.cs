using HangarBay.Application;
using HangarBay.Application.Market.Ports;
using HangarBay.Application.Sync;
using HangarBay.Application.Sync.ListingRegions;
using HangarBay.Application.Sync.SweepingRegion;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;
using HangarBay.EsiSandbox.Engine;
using HangarBay.EsiSandbox.Engine.Http;
using HangarBay.Infrastructure.Esi;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Check;
using HangarBay.Infrastructure.Reference;
using HangarBay.TestSupport;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Tests.Sync.Given;

/// <summary>The whole sync with its real services, on a real database, with the sandbox over real HTTP.</summary>
public abstract class SyncTest(DatabaseProvider provider) : IAsyncLifetime
{
    protected const int Forge = 10000002;

    /// <summary>A list lives for half an hour; this is past the end of every list that was just read.</summary>
    protected static readonly TimeSpan NextGeneration = TimeSpan.FromMinutes(31);

    protected static readonly RegionId TheForge = new(Forge);

    private readonly List<ServiceProvider> _processes = [];
    private TestDatabase _database = null!;
    private ServiceProvider? _services;
    private Task? _claiming;

    internal WallClock Clock { get; } = new(new DateTimeOffset(2026, 11, 20, 17, 0, 0, TimeSpan.Zero));

    internal WrittenRows Written { get; } = new();

    /// <summary>The sandbox's options; the shape is always newEden. About seven in ten contracts are in The Forge.</summary>
    protected virtual SandboxOptions World => new() { Contracts = 60 };

    /// <summary>The settings, which a test may change until the first use of the sync.</summary>
    protected Dictionary<string, string?> Settings { get; } = new()
    {
        ["Esi:RetryDelay"] = "00:00:00.001",
        ["Esi:MaxRequestsPerSecond"] = "1000",
        ["Sync:Jitter"] = "00:00:00",
    };

    protected SandboxServer Esi { get; private set; } = null!;

    /// <summary>The ids on ESI's list now.</summary>
    protected IReadOnlyList<long> Listed => Esi.Market.Listed(Forge);

    // Built at the first use, after the test has changed its settings.
    protected IServiceProvider Services => _services ??= StartProcess();

    public virtual async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(provider);
        Esi = await SandboxServer.StartAsync(World with { Shape = MarketShape.NewEden }, Clock);
        Settings["Esi:BaseUrl"] = Esi.BaseAddress.ToString();
    }

    /// <summary>
    /// Whether the test damaged the database on purpose. Otherwise the database must be sound after every test, with any faults of ESI.
    /// </summary>
    protected bool IsSpoiled { get; set; }

    public virtual async Task DisposeAsync()
    {
        try
        {
            if (_processes.Count > 0 && !IsSpoiled) await ThenTheDatabaseIsSoundAsync();
        }
        finally
        {
            foreach (var process in _processes) await process.DisposeAsync();
            if (Esi is not null) await Esi.DisposeAsync();
            if (_database is not null) await _database.DisposeAsync();
        }
    }

    protected async Task ThenTheDatabaseIsSoundAsync()
    {
        var verdict = await _processes[0].GetRequiredService<IDatabaseCheck>().CheckAsync(CancellationToken.None);
        Assert.True(verdict.IsSound, string.Join('\n', verdict.Violations.Select(violation =>
            $"{violation.Count} times: {violation.Invariant} {string.Join(", ", violation.Examples)}")));
    }

    /// <summary>Checks after a round that the listed contracts are open, with their real lines, and no others.</summary>
    protected async Task ThenItIsAsTheSandboxKnowsAsync(params int[] regions) =>
        Assert.Empty(await QueryAsync(context => SandboxTruth.DifferencesAsync(context, Esi.Market, Clock.GetUtcNow(), regions.Length > 0 ? regions : [Forge])));

    /// <summary>Adds or replaces services, for tests that need it.</summary>
    protected virtual void Compose(IServiceCollection services)
    {
    }

    /// <summary>Starts another process on the same database.</summary>
    protected ServiceProvider StartProcess()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();
        var process = _database.CreateServices(services => Compose(services
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(Clock)
            .AddApplication()
            .AddEsi(configuration)
            .AddReference(configuration)
            .Decorate<IBulkWriter>(inner => new CountingBulkWriter(inner, Written))));
        _processes.Add(process);
        return process;
    }

    protected Task<SyncSummary> SyncAsync(CancellationToken cancellationToken = default, params RegionId[] regions) =>
        Services.GetRequiredService<SyncRun>().RunAsync(
            new ListRegions(regions.Length > 0 ? regions : [TheForge]), progress: null, cancellationToken);

    /// <summary>Sweeps the list alone, without names and lines.</summary>
    protected async Task<SweepResult> SweepAsync(IServiceProvider? process = null)
    {
        await GivenTheSourceIsClaimedAsync(process);
        return await SendAsync(new SweepRegion(TheForge), process);
    }

    /// <summary>Claims the source, as a round does first, but without asking ESI.</summary>
    protected async Task GivenTheSourceIsClaimedAsync(IServiceProvider? process = null)
    {
        await (_claiming ??= (process ?? Services).StoreAsync([new MarketState($"sandbox: {Esi.Identity}")]));
    }

    protected async Task<SweepResult.Swept> SweepWellAsync() => Assert.IsType<SweepResult.Swept>(await SweepAsync());

    protected async Task<T> SendAsync<T>(IRequest<T> request, IServiceProvider? process = null)
    {
        await using var scope = (process ?? Services).CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    protected async Task<T> QueryAsync<T>(Func<HangarBayDbContext, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<HangarBayDbContext>());
    }

    /// <summary>Migrates back to a migration by its name; null: on to the last one.</summary>
    protected Task<bool> MigrateAsync(string? target) => QueryAsync(async context =>
    {
        await context.GetService<IMigrator>().MigrateAsync(target);
        return true;
    });

    /// <summary>All contracts by id, with their lines.</summary>
    protected async Task<List<Contract>> ContractsAsync() => await QueryAsync(context =>
        context.Set<Contract>().AsNoTracking().Include(contract => contract.Lines).OrderBy(contract => contract.Id).ToListAsync());

    /// <summary>The ids of the contracts that no sweep has closed.</summary>
    protected async Task<List<long>> OpenAsync() =>
        [.. (await ContractsAsync()).Where(contract => contract.ClosedAt is null).Select(contract => contract.Id.Value)];

    protected Task<RegionCoverage> CoverageAsync() => QueryAsync(context => context.Set<RegionCoverage>().SingleAsync(region => region.Id == TheForge));

    internal Task<Dump> DumpAsync() => QueryAsync(Dump.OfAsync);

    /// <summary>The requests for ESI's routes that end with this text, oldest first.</summary>
    protected IReadOnlyList<SeenRequest> Asked(string route) =>
        [.. Esi.Requests.Recent.Where(request => request.Route.EndsWith(route, StringComparison.Ordinal))];

    protected IReadOnlyList<SeenRequest> AskedLists() => Asked("/contracts/public/{region_id}");

    /// <summary>Ids of the contracts whose lines were asked for.</summary>
    protected IReadOnlyList<long> AskedLines() =>
        [.. Asked("/contracts/public/items/{contract_id}").Select(request => long.Parse(request.Path.Split('/', '?')[4], System.Globalization.CultureInfo.InvariantCulture))];
}
