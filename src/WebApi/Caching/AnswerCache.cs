using System.Diagnostics;
using System.Text.Json;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.GetMarketStamp;
using MediatR;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Caching;

/// <summary>
/// Keeps answers as they go out. The market's stamp is part of what they are kept by, so what was kept before a sweep or a
/// whole minute is never found again; those who ask the same at once wait for one answer.
/// </summary>
internal sealed class AnswerCache(
    HybridCache cache, IServiceScopeFactory scopes, IOptions<JsonOptions> json, IOptions<CacheOptions> options, CacheMetrics metrics)
{
    private IServiceScopeFactory Scopes => scopes;

    public bool IsKnown(AnswerTag tag, HttpRequest request)
    {
        var isKnown = tag.IsKnownTo(request);
        if (isKnown) metrics.WasKnown();
        return isKnown;
    }

    /// <summary>The answer, and whether it was made for somebody before.</summary>
    public async Task<(KeptBody Body, bool WasKept)> GetAsync<T>(
        AnswerTag tag, MarketStamp stamp, IMarketQuestion<T?> question, IMediator mediator, CancellationToken cancellationToken)
        where T : class
    {
        if (!options.Value.Enabled) return (await MakeAsync(question, mediator, cancellationToken), false);

        var making = new Making<T>(this, question, Activity.Current);
        var entry = new HybridCacheEntryOptions { Expiration = stamp.Lasts, LocalCacheExpiration = stamp.Lasts };
        var body = await cache.GetOrCreateAsync(
            tag.Key, making, static (making, token) => making.RunAsync(token), entry, cancellationToken: cancellationToken);
        metrics.Answered(making.WasRun);
        return (body, !making.WasRun);
    }

    private async Task<KeptBody> MakeAsync<T>(IMarketQuestion<T?> question, IMediator mediator, CancellationToken cancellationToken)
        where T : class =>
        await mediator.Send(question, cancellationToken) is { } answer
            ? new KeptBody(JsonSerializer.SerializeToUtf8Bytes(answer, json.Value.SerializerOptions), isMissing: false)
            : KeptBody.Missing;

    private sealed class Making<T>(AnswerCache owner, IMarketQuestion<T?> question, Activity? parent)
        where T : class
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
            return await owner.MakeAsync(question, scope.ServiceProvider.GetRequiredService<IMediator>(), cancellationToken);
        }
    }
}
