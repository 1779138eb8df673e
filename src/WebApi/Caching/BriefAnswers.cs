using System.Collections.Concurrent;
using HangarBay.WebApi.Endpoints;
using HangarBay.WebApi.Limits;
using MediatR;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Caching;

/// <summary>
/// Keeps what depends on more than the market for five seconds, as answers about the sync say of themselves. It is made once,
/// however many ask.
/// </summary>
/// <remarks>Keys differ by language alone, so there are few, and none is removed.</remarks>
internal sealed class BriefAnswers(
    IServiceScopeFactory scopes, AnswerPlaces places, TimeProvider time, IOptions<CacheOptions> cache, IOptions<ApiOptions> api)
{
    /// <summary>What such an answer says of itself.</summary>
    public const string CacheControl = "public, max-age=5";

    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Entry> _entries = new();

    /// <param name="key">What is asked, and in which language.</param>
    /// <param name="make">Makes it, with the services of some request: others wait for it too.</param>
    /// <param name="http">Who asks.</param>
    public async Task<T> GetAsync<T>(string key, Func<IServiceProvider, CancellationToken, Task<T>> make, HttpContext http)
        where T : class
    {
        var client = ClientAddress.Of(http);
        if (!cache.Value.Enabled || !http.IsPublic()) return await places.MakeAsync(client, token => make(http.RequestServices, token), http.RequestAborted);
        while (true)
        {
            var now = time.GetTimestamp();
            var own = new Entry(now, () => MakeAsync(client, make));
            var entry = _entries.AddOrUpdate(key, own, (_, kept) => IsFresh(kept, now) ? kept : own);
            try
            {
                return (T)await entry.Answer.WaitAsync(http.RequestAborted);
            }
            catch (TooMuchAskedException) when (entry != own)
            {
                // It was refused to somebody else who asked the same first.
            }
        }
    }

    private bool IsFresh(Entry entry, long now) => time.GetElapsedTime(entry.Began, now) < Lasts && !entry.Answer.IsFaulted && !entry.Answer.IsCanceled;

    private async Task<object> MakeAsync<T>(int client, Func<IServiceProvider, CancellationToken, Task<T>> make)
        where T : class
    {
        using var patience = new CancellationTokenSource(api.Value.RequestTimeout, time);
        await using var scope = scopes.CreateAsyncScope();
        return await places.MakeAsync(client, token => make(scope.ServiceProvider, token), patience.Token);
    }

    private sealed class Entry(long began, Func<Task<object>> make)
    {
        private readonly Lazy<Task<object>> _answer = new(make);

        public long Began => began;

        public Task<object> Answer => _answer.Value;
    }
}

internal static class BriefQuestions
{
    /// <summary>Asks what others may have asked within the last five seconds.</summary>
    public static Task<T> AskBrieflyAsync<T>(this HttpContext http, string key, IRequest<T> question)
        where T : class =>
        http.RequestServices.GetRequiredService<BriefAnswers>().GetAsync(
            key, (services, cancellationToken) => services.GetRequiredService<IMediator>().Send(question, cancellationToken), http);
}
