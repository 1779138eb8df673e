using System.Net;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Reference.ImportStaticData;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain;
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
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.WebApi.Tests.Api.Given;

/// <summary>The whole application behind real HTTP, on a database of its own, at noon. Tests say what is given and then only speak HTTP.</summary>
internal sealed class ApiFactory : WebApplicationFactory<Program>
{
    private readonly FakeTimeProvider _clock = new(Universe.Noon);
    private readonly TestDatabase _database;
    private readonly Func<Exception>? _bug;
    private readonly HttpClient _client;
    private long _lastId = 190_000_000;

    private ApiFactory(TestDatabase database, Func<Exception>? bug)
    {
        _database = database;
        _bug = bug;
        // A port given to UseKestrel is set once the application runs already, which fails where that was quicker.
        UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        StartServer();
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = ClientOptions.BaseAddress };
    }

    /// <summary>With the catalogue and places of <see cref="Universe"/> and no contract.</summary>
    public static async Task<ApiFactory> StartAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var factory = new ApiFactory(await TestDatabase.CreateAsync(provider), bug: null);
        await factory.GivenAsync([.. Universe.Categories], [.. Universe.Groups], [.. Universe.Types]);
        await factory.GivenAsync(
            [new Region(Universe.TheForge, LocalisedName.English("The Forge")), new Region(Universe.Domain, LocalisedName.English("Domain"))],
            [new SolarSystem(new SystemId(30_000_142), LocalisedName.English("Jita"), SecurityStatus.Of(0.9459))],
            [Location.Known(Universe.Jita, "Jita IV - Moon 4 - Caldari Navy Assembly Plant", new SystemId(30_000_142), Universe.Noon)],
            [new Character(Universe.Issuer, "Ada Lovelace", Universe.Noon)],
            [new Corporation(Universe.IssuerCorporation, "Analytical Engines", Universe.Noon)]);
        return factory;
    }

    /// <summary>On a database without a table.</summary>
    public static async Task<ApiFactory> StartWithoutTablesAsync() =>
        new(await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, migrated: false), bug: null);

    /// <summary>Every use case ends in <paramref name="bug"/>.</summary>
    public static async Task<ApiFactory> StartWithABugAsync(Func<Exception> bug) =>
        new(await TestDatabase.CreateAsync(DatabaseProvider.Sqlite), bug);

    /// <summary>Their ids, in the order given, each higher than the one before.</summary>
    public async Task<IReadOnlyList<long>> GivenContracts(params ContractBuilder[] contracts)
    {
        var built = contracts.Select(contract => contract.Build(new ContractId(++_lastId))).ToList();
        await GivenAsync([.. built]);
        return [.. built.Select(contract => contract.Id.Value)];
    }

    public async Task<long> GivenContract(ContractBuilder contract) => (await GivenContracts(contract))[0];

    /// <summary>A good sweep of a region, of a source that is not live.</summary>
    public async Task GivenASweepOf(RegionId region, DateTimeOffset asOf)
    {
        var coverage = RegionCoverage.Of(region);
        coverage.Complete(asOf, [], listed: 1, new SweepSchedule(asOf, asOf.AddMinutes(30), asOf.AddMinutes(31)));
        await GivenAsync([new MarketState("a sandbox"), coverage]);
    }

    /// <summary>What is kept for as long as the market instant stands is read anew.</summary>
    public void AMinutePasses() => _clock.Advance(TimeSpan.FromMinutes(1));

    /// <summary>A process that sweeps, heard of just now.</summary>
    public async Task GivenASweeper(string holder)
    {
        var state = SweeperState.Nobody();
        state.Take(holder, Universe.Noon);
        await GivenAsync([state]);
    }

    /// <summary>As <c>reference import</c> would, in a process that serves.</summary>
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

    public async Task<Answer> GetAsync(string path) => await SendAsync(HttpMethod.Get, path);

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
        await _database.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in _database.Configuration) builder.UseSetting(key, value);
        builder.UseSetting("Database:MigrateOnStartup", "false");
        // Nobody answers there: no sandbox of the process's own, and never ESI.
        builder.UseSetting("Esi:BaseUrl", "http://127.0.0.1:9/");
        builder.ConfigureTestServices(services =>
        {
            // What is on the market is for the test to say.
            services.Remove(services.Single(service => service.ImplementationType == typeof(MarketWorker)));
            services.AddSingleton<TimeProvider>(_clock);
            if (_bug is null) return;
            services.AddSingleton(_bug);
            services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Buggy<,>));
        });
    }

    private async Task GivenAsync(params IReadOnlyList<IAggregateRoot>[] roots)
    {
        await using var scope = Services.CreateAsyncScope();
        foreach (var root in roots.SelectMany(kind => kind)) Add(scope.ServiceProvider, (dynamic)root);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveChangesAsync(CancellationToken.None);
        var regions = roots.SelectMany(kind => kind).OfType<Contract>().Select(contract => contract.RegionId).Distinct().ToList();
        await scope.ServiceProvider.GetRequiredService<IOpenTallies>().RecountAsync(regions, CancellationToken.None);
    }

    private static void Add<T>(IServiceProvider services, T root)
        where T : class, IAggregateRoot => services.GetRequiredService<IRepository<T>>().Add(root);

    private sealed class Buggy<TRequest, TResponse>(Func<Exception> bug) : IPipelineBehavior<TRequest, TResponse>
        where TRequest : IRequest<TResponse>
    {
        public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
            throw bug();
    }
}
