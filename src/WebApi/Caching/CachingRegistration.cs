using HangarBay.Infrastructure.Persistence;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using StackExchange.Redis;

namespace HangarBay.WebApi.Caching;

/// <summary>Saves work and bytes: answers are kept and compressed.</summary>
internal static class CachingRegistration
{
    public static void AddAnswerCache(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CacheOptions>().BindConfiguration(CacheOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        if (configuration.GetSection(CacheOptions.Section)[nameof(CacheOptions.Redis)] is { Length: > 0 } redis) services.AddRedis(redis);
        services.AddSingleton<AnswerStore>().AddSingleton<CacheMetrics>().AddSingleton<Admission>().AddSingleton<AnswerCache>().AddSingleton<BriefAnswers>().AddSingleton<RepeatedQuestions>();
    }

    public static void AddCompression(this IServiceCollection services) => services.AddResponseCompression(compression =>
    {
        // Brotli first, each at its fastest: an answer is made once and read once, and half a millisecond is worth more than a tenth of its bytes.
        compression.Providers.Add<BrotliCompressionProvider>();
        compression.Providers.Add<GzipCompressionProvider>();
        compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/x-ndjson", "text/csv"];
    });

    private static void AddRedis(this IServiceCollection services, string redis) => services.AddKeyedSingleton<IDistributedCache>(AnswerStore.Outside, (provider, _) =>
    {
        // A Redis that is away is no failure: the client goes on connecting, and meanwhile every process keeps its own answers.
        var server = ConfigurationOptions.Parse(redis);
        server.AbortOnConnectFail = false;
        return new RedisCache(new RedisCacheOptions
        {
            ConfigurationOptions = server,
            // Several markets may share one Redis.
            InstanceName = $"hangar-bay:{provider.GetRequiredService<DatabaseSettings>().Description}:",
        });
    });
}
