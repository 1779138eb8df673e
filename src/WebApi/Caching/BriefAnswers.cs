using System.Collections.Concurrent;
using HangarBay.WebApi.Endpoints;
using HangarBay.WebApi.Limits;
using MediatR;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Caching;

/// <summary>
/// Keeps answers that depend on more than the market for five seconds, as their <c>Cache-Control</c> says. Each is made once, however many
/// requests ask for it.
/// </summary>
/// <remarks>Keys differ by language alone, so there are few, and none is removed.</remarks>
internal sealed class BriefAnswers(
    IServiceScopeFactory scopes, AnswerPlaces places, TimeProvider time, IOptions<CacheOptions> cache, IOptions<ApiOptions> api)
{
    /// <summary>The <c>Cache-Control</c> of such an answer.</summary>
    public const string CacheControl = "public, max-age=5";

    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Entry> _entries = new();

    /// <param name="key">The question and its language.</param>
    /// <param name="make">Makes the answer with the services that it is given. They are not this request's where others wait for the answer
    /// too.</param>
    /// <param name="http">The request.</param>
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
                // Another request asked the same first and was refused. This one tries again.
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
    /// <summary>Sends the question, unless somebody asked the same within the last five seconds.</summary>
    public static Task<T> AskBrieflyAsync<T>(this HttpContext http, string key, IRequest<T> question)
        where T : class =>
        http.RequestServices.GetRequiredService<BriefAnswers>().GetAsync(
            key, (services, cancellationToken) => services.GetRequiredService<IMediator>().Send(question, cancellationToken), http);
}
