using System.Diagnostics;
using HangarBay.Application.InMemory.Following;
using HangarBay.WebApi.Endpoints;
using HangarBay.WebApi.Limits;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Caching;

/// <summary>Makes what goes out, with the services of one request.</summary>
internal delegate Task<KeptBody> AnswerMaking(IServiceProvider services, CancellationToken cancellationToken);

/// <summary>
/// Keeps answers as they go out. The market's stamp is part of what they are kept by, so what was kept before a sweep or a
/// whole minute is never found again; those who ask the same at once wait for one answer.
/// </summary>
internal sealed class AnswerCache(
    AnswerStore store, AnswerPlaces places, Admission admission, IServiceScopeFactory scopes, IOptions<CacheOptions> options, CacheMetrics metrics)
{
    private IServiceScopeFactory Scopes => scopes;

    private AnswerPlaces Places => places;

    public bool IsKnown(AnswerTag tag, HttpRequest request)
    {
        var isKnown = tag.IsKnownTo(request);
        if (isKnown) metrics.WasKnown();
        return isKnown;
    }

    /// <summary>The answer, and whether it was made for somebody before; what is not public is made each time, and kept by nobody.</summary>
    /// <param name="tag">What it is known by.</param>
    /// <param name="market">The state that it is made of, in this scope or another.</param>
    /// <param name="make">Makes it, with the services of some request: not of this one, where others wait for it too.</param>
    /// <param name="http">Who asks.</param>
    public async Task<(KeptBody Body, bool WasKept)> GetAsync(AnswerTag tag, PinnedMarket market, AnswerMaking make, HttpContext http)
    {
        if (!options.Value.Enabled || !http.IsPublic()) return (await MakeAsync(make, http), false);

        var (stamp, client) = (market.Stamp, ClientAddress.Of(http));
        var isKept = admission.Admits(tag.Key, client);
        var entry = new HybridCacheEntryOptions
        {
            Expiration = stamp.Lasts,
            LocalCacheExpiration = stamp.Lasts,
            Flags = isKept ? HybridCacheEntryFlags.None : HybridCacheEntryFlags.DisableLocalCacheWrite | HybridCacheEntryFlags.DisableDistributedCacheWrite,
        };
        while (true)
        {
            var making = new Making(this, market, make, client, Activity.Current);
            try
            {
                var body = await store.Answers.GetOrCreateAsync(
                    tag.Key, making, static (making, token) => making.RunAsync(token), entry, cancellationToken: http.RequestAborted);
                metrics.Answered(making.WasRun);
                if (isKept && making.WasRun) admission.Kept(client, body.Bytes.Length);
                return (body, !making.WasRun);
            }
            catch (TooMuchAskedException) when (!making.WasRun)
            {
                // It was refused to somebody else who asked the same first.
            }
        }
    }

    /// <summary>Makes what is kept by nobody.</summary>
    public Task<KeptBody> MakeAsync(AnswerMaking make, HttpContext http) =>
        places.MakeAsync(ClientAddress.Of(http), token => make(http.RequestServices, token), http.RequestAborted);

    private sealed class Making(AnswerCache owner, PinnedMarket market, AnswerMaking make, int client, Activity? parent)
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
            return await owner.Places.MakeAsync(client, token => make(scope.ServiceProvider, token), cancellationToken);
        }
    }
}
