using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Caching;

/// <summary>
/// Holds answers and nothing else, because a client that asks for much can empty it. Its caches are no services of the application, so that
/// nothing that must not be lost, such as a session, is put into them.
/// </summary>
internal sealed class AnswerStore : IAsyncDisposable
{
    /// <summary>The key of the cache outside the process.</summary>
    public const string Outside = "answers";

    private const long MaxBodyBytes = 4 * 1024 * 1024;

    private readonly ServiceProvider _services;

    public AnswerStore(
        IOptions<CacheOptions> options, TimeProvider time, ILoggerFactory loggers, [FromKeyedServices(Outside)] IDistributedCache? outside = null)
    {
        var services = new ServiceCollection().AddSingleton(time).AddSingleton(loggers).AddMemoryCache(memory =>
        {
            memory.SizeLimit = options.Value.MaxBytes;
            memory.TrackStatistics = true;
            // Answers that nobody can ask for any more are removed after 15 s at most.
            memory.ExpirationScanFrequency = TimeSpan.FromSeconds(15);
        });
        if (outside is not null) services.AddSingleton(outside);
        services.AddHybridCache(hybrid => hybrid.MaximumPayloadBytes = MaxBodyBytes).AddSerializer<KeptBody, KeptBodyFormat>();
        _services = services.BuildServiceProvider();
        Memory = (MemoryCache)_services.GetRequiredService<IMemoryCache>();
        Answers = _services.GetRequiredService<HybridCache>();
    }

    public MemoryCache Memory { get; }

    /// <summary>In memory, and also outside the process where there is such a cache.</summary>
    public HybridCache Answers { get; }

    public long Size => Memory.GetCurrentStatistics()?.CurrentEstimatedSize ?? 0;

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
