using HangarBay.Application;
using HangarBay.Application.Market.Ports;
using HangarBay.Application.Reference;
using HangarBay.Application.Reference.ImportingStaticData;
using HangarBay.Application.Reference.ImportingStructures;
using HangarBay.Domain;
using HangarBay.Domain.Reference;
using HangarBay.Infrastructure.Esi;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Reference;
using HangarBay.Infrastructure.Tests.Sync.Given;
using HangarBay.TestSupport;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Tests.Reference.Given;

/// <summary>Imports with their real services, on a real database, from files and from addresses of this machine.</summary>
public abstract class ReferenceTest(DatabaseProvider provider) : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private ServiceProvider? _services;

    internal WallClock Clock { get; } = new(new DateTimeOffset(2026, 11, 20, 17, 0, 0, TimeSpan.Zero));

    internal WrittenRows Written { get; } = new();

    internal FileHost Host { get; private set; } = null!;

    /// <summary>The settings, which a test may change until the first import.</summary>
    protected Dictionary<string, string?> Settings { get; } = new() { ["Esi:BaseUrl"] = "http://127.0.0.1:1/", ["Esi:RetryDelay"] = "00:00:00.001" };

    protected DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("hangarbay-reference-");

    protected IServiceProvider Services => _services ??= Compose();

    public virtual async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(provider);
        Host = await FileHost.StartAsync();
        Settings["Reference:StaticDataUrl"] = Host.BaseUrl + "static-data/";
        Settings["Reference:StructuresUrl"] = Host.BaseUrl + "structures.json";
        Settings["Reference:SeedUrl"] = Host.BaseUrl + "seed.tar.bz2";
    }

    public virtual async Task DisposeAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
        if (Host is not null) await Host.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        Folder.Delete(recursive: true);
    }

    protected async Task<ImportResult> ImportAsync(StaticDataExport export, bool force = false) =>
        await SendAsync(new ImportStaticData(await export.WriteToAsync(Folder.FullName), force));

    protected async Task<ImportResult.Imported> ImportWellAsync(StaticDataExport export, bool force = false) =>
        Assert.IsType<ImportResult.Imported>(await ImportAsync(export, force));

    protected Task<ImportResult> ImportFromAsync(string? source) => SendAsync(new ImportStaticData(source));

    protected async Task<ImportResult> ImportStructuresAsync(string json, bool force = false)
    {
        var path = Path.Combine(Folder.FullName, "structures.json");
        await File.WriteAllTextAsync(path, json);
        return await SendAsync(new ImportStructures(path, force));
    }

    protected async Task<T> SendAsync<T>(IRequest<T> request, CancellationToken cancellationToken = default)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }

    protected async Task<T> QueryAsync<T>(Func<HangarBayDbContext, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<HangarBayDbContext>());
    }

    /// <summary>Stores the roots as the sync would.</summary>
    protected Task GivenAsync<T>(params T[] roots)
        where T : class, IAggregateRoot => Services.StoreAsync(roots);

    protected Task<List<T>> AllAsync<T>()
        where T : class => QueryAsync(context => context.Set<T>().AsNoTracking().ToListAsync());

    protected async Task<ReferenceImport?> RecordOfAsync(ImportKind kind) => (await AllAsync<ReferenceImport>()).SingleOrDefault(import => import.Kind == kind);

    internal Task<Dump> DumpAsync() => QueryAsync(Dump.OfAsync);

    private ServiceProvider Compose()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();
        return _database.CreateServices(services => services
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(Clock)
            .AddApplication()
            .AddEsi(configuration)
            .AddReference(configuration)
            .Decorate<IBulkWriter>(inner => new CountingBulkWriter(inner, Written)));
    }
}
