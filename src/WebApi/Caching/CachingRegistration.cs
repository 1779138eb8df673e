using HangarBay.Infrastructure.Persistence;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace HangarBay.WebApi.Caching;

/// <summary>What spares work and bytes: answers that are kept, and their compression.</summary>
internal static class CachingRegistration
{
    private const long MaxBodyBytes = 4 * 1024 * 1024;

    public static void AddAnswerCache(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CacheOptions>().BindConfiguration(CacheOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddMemoryCache();
        services.AddOptions<MemoryCacheOptions>().Configure<IOptions<CacheOptions>>((memory, cache) =>
        {
            memory.SizeLimit = cache.Value.MaxBytes;
            memory.TrackStatistics = true;
            // What nobody can ask for any more makes room soon.
            memory.ExpirationScanFrequency = TimeSpan.FromSeconds(15);
        });
        if (configuration.GetSection(CacheOptions.Section)[nameof(CacheOptions.Redis)] is { Length: > 0 } redis) services.AddRedis(redis);
        services.AddHybridCache(hybrid => hybrid.MaximumPayloadBytes = MaxBodyBytes).AddSerializer<KeptBody, KeptBodyFormat>();
        services.AddSingleton<CacheMetrics>().AddSingleton<Admission>().AddSingleton<AnswerCache>().AddSingleton<BriefAnswers>().AddSingleton<RepeatedQuestions>();
    }

    public static void AddCompression(this IServiceCollection services) => services.AddResponseCompression(compression =>
    {
        // Brotli first, each at its fastest: an answer is made once and read once, and half a millisecond is worth more than a tenth of its bytes.
        compression.Providers.Add<BrotliCompressionProvider>();
        compression.Providers.Add<GzipCompressionProvider>();
        compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/x-ndjson", "text/csv"];
    });

    private static void AddRedis(this IServiceCollection services, string redis) => services.AddStackExchangeRedisCache(options =>
    {
        // Nobody waits for it for long: without it every process keeps its own.
        var server = ConfigurationOptions.Parse(redis);
        server.AbortOnConnectFail = false;
        options.ConfigurationOptions = server;
    }).AddOptions<Microsoft.Extensions.Caching.StackExchangeRedis.RedisCacheOptions>().Configure<DatabaseSettings>((options, database) =>
        // Several markets may share one Redis.
        options.InstanceName = $"hangar-bay:{database.Description}:");
}
