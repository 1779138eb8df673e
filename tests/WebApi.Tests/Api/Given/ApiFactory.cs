using System.Net;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Application.Reference.ImportingStaticData;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using HangarBay.WebApi.Workers;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.WebApi.Tests.Api.Given;

/// <summary>
/// The whole application behind real HTTP, on a database of its own, at noon. Tests store their data and then use only HTTP.
/// </summary>
internal sealed class ApiFactory : WebApplicationFactory<Program>
{
    private readonly TestDatabase _database;
    private readonly bool _isGuest;
    private readonly Func<Exception>? _bug;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly Action<IServiceCollection>? _services;
    private readonly HttpClient _client;
    private long _lastId = 190_000_000;

    private ApiFactory(
        TestDatabase database, Func<Exception>? bug, IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? services = null,
        bool isGuest = false)
    {
        _database = database;
        _isGuest = isGuest;
        _bug = bug;
        _settings = settings ?? new Dictionary<string, string>();
        _services = services;
        // UseKestrel with a port would set it when the application may already run, which then fails.
        UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        StartServer();
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = ClientOptions.BaseAddress };
    }

    /// <summary>The application's clock; it stands at noon until a test moves it.</summary>
    public FakeTimeProvider Clock { get; } = new StandingClock();

    /// <summary>The root address of the application.</summary>
    public Uri Address => _client.BaseAddress!;

    /// <summary>The arguments for a command on the same database.</summary>
    public IEnumerable<string> DatabaseArguments => _database.Configuration.Select(pair => $"--{pair.Key}={pair.Value}");

    /// <summary>
    /// Starts with the catalogue and places of <see cref="Universe"/> and no contract. Answers are not kept unless the settings say so.
    /// </summary>
    public static async Task<ApiFactory> StartAsync(
        DatabaseProvider provider = DatabaseProvider.Sqlite, IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? services = null)
    {
        var factory = new ApiFactory(await TestDatabase.CreateAsync(provider), bug: null, settings, services);
        await factory.GivenAsync([.. Universe.Categories], [.. Universe.Groups], [.. Universe.Types]);
        await factory.GivenAsync(
            [new Region(Universe.TheForge, LocalisedName.English("The Forge")), new Region(Universe.Domain, LocalisedName.English("Domain"))],
            [new SolarSystem(new SystemId(30_000_142), LocalisedName.English("Jita"), SecurityStatus.Of(0.9459))],
            [Location.Known(Universe.Jita, "Jita IV - Moon 4 - Caldari Navy Assembly Plant", new SystemId(30_000_142), Universe.Noon)],
            [new Character(Universe.Issuer, "Ada Lovelace", Universe.Noon)],
            [new Corporation(Universe.IssuerCorporation, "Analytical Engines", Universe.Noon)]);
        return factory;
    }

    /// <summary>Starts another process that serves the same market; it must be disposed before the first.</summary>
    public ApiFactory StartAnother() => new(_database, _bug, _settings, _services, isGuest: true);

    /// <summary>Starts on a database without tables.</summary>
    public static async Task<ApiFactory> StartWithoutTablesAsync() =>
        new(await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, migrated: false), bug: null);

    /// <summary>Starts an application in which every use case throws <paramref name="bug"/>.</summary>
    public static async Task<ApiFactory> StartWithABugAsync(Func<Exception> bug) =>
        new(await TestDatabase.CreateAsync(DatabaseProvider.Sqlite), bug);

    /// <summary>Stores contracts. Returns their ids in the given order, each higher than the one before.</summary>
    public async Task<IReadOnlyList<long>> GivenContracts(params ContractBuilder[] contracts)
    {
        var built = contracts.Select(contract => contract.Build(new ContractId(++_lastId))).ToList();
        await GivenAsync([.. built]);
        return [.. built.Select(contract => contract.Id.Value)];
    }

    public async Task<long> GivenContract(ContractBuilder contract) => (await GivenContracts(contract))[0];

    /// <summary>Stores a good sweep of a region, from a source that is not live.</summary>
    public Task GivenASweepOf(RegionId region, DateTimeOffset asOf) => GivenASweepOf([region], asOf);

    /// <summary>Stores a good sweep of several regions at once.</summary>
    public async Task GivenASweepOf(IReadOnlyList<RegionId> regions, DateTimeOffset asOf)
    {
        var coverages = regions.Select(RegionCoverage.Of).ToList();
        foreach (var coverage in coverages) coverage.Complete(asOf, [], listed: 1, new SweepSchedule(asOf, asOf.AddMinutes(30), asOf.AddMinutes(31)));
        await GivenAsync([new MarketState("a sandbox")], coverages);
    }

    /// <summary>Stores a good sweep of one more region, on a market that was swept before.</summary>
    public async Task GivenAnotherSweepOf(RegionId region, DateTimeOffset asOf)
    {
        var coverage = RegionCoverage.Of(region);
        coverage.Complete(asOf, [], listed: 1, new SweepSchedule(asOf, asOf.AddMinutes(30), asOf.AddMinutes(31)));
        await GivenAsync([coverage]);
    }

    /// <summary>Stores a region that was tried but has no good sweep yet.</summary>
    public Task GivenATriedRegion(RegionId region) => GivenAsync([RegionCoverage.Of(region)]);

    /// <summary>Stores a station, a type, a pilot and a corporation, all with the given name.</summary>
    public Task GivenNames(LocationId station, TypeId type, CharacterId pilot, CorporationId corporation, string name) => GivenAsync(
        [Location.Known(station, name, new SystemId(30_000_142), Universe.Noon)],
        [ItemType.Known(type, LocalisedName.English(name), new GroupId(27), CategoryId.Ship, marketGroup: null, isPublished: true, volume: 1, Universe.Noon)],
        [new Character(pilot, name, Universe.Noon)],
        [new Corporation(corporation, name, Universe.Noon)]);

    /// <summary>Advances by a minute, so that answers kept for the market instant are made again.</summary>
    public void AMinutePasses() => Clock.Advance(TimeSpan.FromMinutes(1));

    /// <summary>Stores a station in a system with a security of -0.4.</summary>
    public async Task<LocationId> GivenAStationInNullSec()
    {
        var (station, system) = (new LocationId(61_000_001), new SystemId(30_004_759));
        await GivenAsync(
            [new SolarSystem(system, LocalisedName.English("1DQ1-A"), SecurityStatus.Of(-0.3849))],
            [Location.Known(station, "1DQ1-A I - The Palace", system, Universe.Noon)]);
        return station;
    }

    /// <summary>Stores a system of a region, with a station in it.</summary>
    public Task GivenASystemOf(SystemId system, RegionId region, LocationId station) => GivenAsync(
        [new SolarSystem(system, LocalisedName.English("Amarr"), SecurityStatus.Of(1), null, region)],
        [Location.Known(station, "Amarr VIII", system, Universe.Noon)]);

    /// <summary>Commits contracts on a market that was swept before, together with the market's next version. Returns their ids.</summary>
    public async Task<IReadOnlyList<long>> GivenACommitOf(params ContractBuilder[] contracts)
    {
        var built = contracts.Select(contract => contract.Build(new ContractId(++_lastId))).ToList();
        await Services.StoreAsync(built);
        return [.. built.Select(contract => contract.Id.Value)];
    }

    /// <summary>Commits a sweep that only confirms the known contracts of a region.</summary>
    public async Task GivenAConfirmationOf(RegionId region, DateTimeOffset asOf)
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMarketWriter>().ChangeAsync(
            async (_, cancellationToken) =>
            {
                var coverage = await scope.ServiceProvider.GetRequiredService<IRepository<RegionCoverage>>().FindAsync(region, cancellationToken);
                coverage!.Confirm(asOf, new SweepSchedule(asOf, asOf.AddMinutes(30), asOf.AddMinutes(31)));
                return true;
            },
            CancellationToken.None);
    }

    /// <summary>Marks the market as settled: this process writes no more, so readers may use for a moment what they have read.</summary>
    public Task GivenTheMarketIsSettledAsync() => Services.GetRequiredService<BusyPeriods>().SettleAsync();

    /// <summary>
    /// Raises the version as if another process had committed more changes than can be followed. So every contract is read again.
    /// </summary>
    public Task GivenAnotherVersion() => ExecuteAsync("UPDATE market_state SET version = version + 1; DELETE FROM market_marks");

    /// <summary>Makes every query and every write of contracts fail from now on.</summary>
    public async Task GivenTheContractsAreGone() => await ExecuteAsync("ALTER TABLE contracts RENAME TO contracts_gone");

    /// <summary>Makes every query of contracts work for days from now on.</summary>
    public async Task GivenTheContractsTakeForEver()
    {
        await GivenTheContractsAreGone();
        await ExecuteAsync(
            """
            CREATE VIEW contracts AS SELECT * FROM contracts_gone WHERE (
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
                SELECT count(*) FROM n a, n b, n c) > 0
            """);
    }

    public async Task GivenTheContractsAreQuickAgain()
    {
        await ExecuteAsync("DROP VIEW contracts");
        await GivenTheContractsAreBack();
    }

    /// <summary>
    /// Whether the database server works on a query of this application other than this one. SQLite has no server, so there it is false.
    /// </summary>
    public async Task<bool> IsTheDatabaseAtWorkAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<HangarBayDbContext>().Database;
        if (database.IsSqlite()) return false;
        return await database.SqlQueryRaw<bool>(
            """
            SELECT count(*) > 0 AS "Value" FROM pg_stat_activity
            WHERE datname = current_database() AND state = 'active' AND pid <> pg_backend_pid()
            """).SingleAsync();
    }

    public async Task GivenTheContractsAreBack() => await ExecuteAsync("ALTER TABLE contracts_gone RENAME TO contracts");

    /// <summary>Stores the row of a process that sweeps, with a recent sign of life.</summary>
    public async Task GivenASweeper(string holder)
    {
        var state = SweeperState.Nobody();
        state.Take(holder, Universe.Noon);
        await GivenAsync([state]);
    }

    /// <summary>Imports as <c>reference import</c> does, in a process that serves.</summary>
    public async Task ImportAsync(StaticDataExport export)
    {
        var folder = Directory.CreateTempSubdirectory("hangarbay-import-");
        try
        {
            await using var scope = Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ImportStaticData(await export.WriteToAsync(folder.FullName)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Sends a request that pages use but no route offers.</summary>
    public async Task<T> AskAsync<T>(IRequest<T> question)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(question);
    }

    public async Task<Answer> GetAsync(string path) => await SendAsync(HttpMethod.Get, path);

    /// <summary>Sends a GET that the test may cancel.</summary>
    public async Task<Answer> GetAsync(string path, CancellationToken patience)
    {
        using var response = await _client.GetAsync(path, patience);
        return await Answer.ReadAsync(response);
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _client.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    public override async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await base.DisposeAsync();
        if (!_isGuest) await _database.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in _database.Configuration) builder.UseSetting(key, value);
        builder.UseSetting("Database:MigrateOnStartup", "false");
        builder.UseSetting("Cache:Enabled", "false");
        // Without a rate limit, because tests send more requests than people do.
        builder.UseSetting("Api:RateLimit:PermitLimit", "0");
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        // Nothing listens at this address, so the application uses neither a sandbox of its own nor ESI.
        builder.UseSetting("Esi:BaseUrl", "http://127.0.0.1:9/");
        builder.ConfigureTestServices(services =>
        {
            // Only the test decides what is on the market.
            services.Remove(services.Single(service => service.ImplementationType == typeof(MarketWorker)));
            services.AddSingleton<TimeProvider>(Clock);
            _services?.Invoke(services);
            if (_bug is null) return;
            services.AddSingleton(_bug);
            services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Buggy<,>));
        });
    }

    /// <summary>Runs plain SQL, past the market's writer.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var scope = Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<HangarBayDbContext>().Database;
        // SQLite checks a new name against the schema that the connection knows. Reading the schema makes the connection load it again.
        if (database.IsSqlite()) sql = $"SELECT count(*) FROM sqlite_schema; {sql}";
        await database.ExecuteSqlRawAsync(sql);
    }

    /// <summary>Stores data without a change of the market instant, as if it had been there before.</summary>
    private async Task GivenAsync(params IReadOnlyList<IAggregateRoot>[] roots)
    {
        await using var scope = Services.CreateAsyncScope();
        var market = await scope.ServiceProvider.GetRequiredService<IRepository<MarketState>>().FindAsync(MarketState.OnlyId, CancellationToken.None);
        await Services.StoreAsync([.. roots.SelectMany(kind => kind)], changedAt: market?.ChangedAt ?? DateTimeOffset.UnixEpoch);
    }

    /// <summary>A clock that stands still until a test moves it. Its timers run in real time.</summary>
    private sealed class StandingClock() : FakeTimeProvider(Universe.Noon)
    {
        public override long TimestampFrequency => System.TimestampFrequency;

        public override long GetTimestamp() => System.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, dueTime, period);
    }

    private sealed class Buggy<TRequest, TResponse>(Func<Exception> bug) : IPipelineBehavior<TRequest, TResponse>
        where TRequest : IRequest<TResponse>
    {
        public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
            throw bug();
    }
}
