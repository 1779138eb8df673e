using System.Diagnostics;
using HangarBay.Application.InMemory.Following;
using HangarBay.WebApi.Endpoints;
using HangarBay.WebApi.Limits;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Caching;

/// <summary>Makes an answer's body with the services of one request.</summary>
internal delegate Task<KeptBody> AnswerMaking(IServiceProvider services, CancellationToken cancellationToken);

/// <summary>
/// Keeps answers as they are sent. The market's stamp is part of their key, so an answer from before a sweep, or from an earlier minute, is
/// never found again. Requests that ask the same at the same time wait for one answer.
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

    /// <summary>
    /// Returns the answer, and whether it was made for another request. An answer that is not public is made each time and never kept.
    /// </summary>
    /// <param name="tag">Identifies the answer.</param>
    /// <param name="market">The state that the answer is made of, in this scope or another.</param>
    /// <param name="make">Makes the answer with the services that it is given. They are not this request's where others wait for the answer
    /// too.</param>
    /// <param name="http">The request.</param>
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
                // Another request asked the same first and was refused. This one tries again.
            }
        }
    }

    /// <summary>Makes an answer that is never kept.</summary>
    public Task<KeptBody> MakeAsync(AnswerMaking make, HttpContext http) =>
        places.MakeAsync(ClientAddress.Of(http), token => make(http.RequestServices, token), http.RequestAborted);

    private sealed class Making(AnswerCache owner, PinnedMarket market, AnswerMaking make, int client, Activity? parent)
    {
        public bool WasRun { get; private set; }

        /// <summary>
        /// Runs in a scope of its own: others may still wait for the answer when the first client goes away, and its request's services end
        /// with it.
        /// </summary>
        public async ValueTask<KeptBody> RunAsync(CancellationToken cancellationToken)
        {
            WasRun = true;
            // This thread knows nothing of the request, whose trace the work belongs to.
            Activity.Current = parent;
            await using var scope = owner.Scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<MarketPin>().Take(market);
            return await owner.Places.MakeAsync(client, token => make(scope.ServiceProvider, token), cancellationToken);
        }
    }
}
