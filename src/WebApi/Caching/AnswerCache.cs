using System.Diagnostics;
using HangarBay.Application.InMemory.Following;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Caching;

/// <summary>Makes what goes out, with the services of one request.</summary>
internal delegate Task<KeptBody> AnswerMaking(IServiceProvider services, CancellationToken cancellationToken);

/// <summary>
/// Keeps answers as they go out. The market's stamp is part of what they are kept by, so what was kept before a sweep or a
/// whole minute is never found again; those who ask the same at once wait for one answer.
/// </summary>
internal sealed class AnswerCache(HybridCache cache, IServiceScopeFactory scopes, IOptions<CacheOptions> options, CacheMetrics metrics)
{
    private IServiceScopeFactory Scopes => scopes;

    public bool IsKnown(AnswerTag tag, HttpRequest request)
    {
        var isKnown = tag.IsKnownTo(request);
        if (isKnown) metrics.WasKnown();
        return isKnown;
    }

    /// <summary>The answer, and whether it was made for somebody before.</summary>
    /// <param name="tag">What it is known by.</param>
    /// <param name="market">The state that it is made of, in this scope or another.</param>
    /// <param name="make">Makes it, with the services of some request: not of this one, where others wait for it too.</param>
    /// <param name="services">Of this request.</param>
    /// <param name="cancellationToken">When whoever asks goes away.</param>
    public async Task<(KeptBody Body, bool WasKept)> GetAsync(
        AnswerTag tag, PinnedMarket market, AnswerMaking make, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled) return (await make(services, cancellationToken), false);

        var (making, stamp) = (new Making(this, market, make, Activity.Current), market.Stamp);
        var entry = new HybridCacheEntryOptions { Expiration = stamp.Lasts, LocalCacheExpiration = stamp.Lasts };
        var body = await cache.GetOrCreateAsync(
            tag.Key, making, static (making, token) => making.RunAsync(token), entry, cancellationToken: cancellationToken);
        metrics.Answered(making.WasRun);
        return (body, !making.WasRun);
    }

    private sealed class Making(AnswerCache owner, PinnedMarket market, AnswerMaking make, Activity? parent)
    {
        public bool WasRun { get; private set; }

        /// <summary>
        /// In a scope of its own: others may wait for the answer when the one who asked first goes away and takes theirs along.
        /// </summary>
        public async ValueTask<KeptBody> RunAsync(CancellationToken cancellationToken)
        {
            WasRun = true;
            // It is run on a thread that knows nothing of the request, whose trace it belongs to.
            Activity.Current = parent;
            await using var scope = owner.Scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<MarketPin>().Take(market);
            return await make(scope.ServiceProvider, cancellationToken);
        }
    }
}
