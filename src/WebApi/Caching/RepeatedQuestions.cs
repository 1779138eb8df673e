using HangarBay.Application.InMemory.Following;
using HangarBay.Domain;
using HangarBay.WebApi.Endpoints;
using HangarBay.WebApi.Limits;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Caching;

/// <summary>
/// Answers a question that is written exactly like an earlier one without reading it again. Its key is all that decides an answer besides
/// the market: path and query as they were sent, and the languages that the headers chose. It remembers only what was asked before, so that
/// a single request takes no room. Its entries count towards the room of all kept answers.
/// </summary>
internal sealed class RepeatedQuestions(
    AnswerStore store, AnswerCache answers, Admission admission, IOptions<CacheOptions> options, CacheMetrics metrics)
{
    // The size of an entry without its texts and its body, roughly, in bytes.
    private const int Overhead = 500;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!options.Value.Enabled || !http.IsPublic()) return await next(context);

        var question = new Question(http.Request.Path.Value ?? "", http.Request.QueryString.Value ?? "", AcceptedLanguage.Of(http.Request), ChosenLanguage.Of(http.Request));
        if (store.Memory.TryGetValue(question, out Known? known))
        {
            var stamp = (await http.RequestServices.GetRequiredService<MarketPin>().TakeAsync(http.RequestAborted)).Stamp;
            if (stamp.IsSameAs(known!.Stamp)) return Repeat(known, stamp, http);
        }

        var answer = await next(context);
        if (answer is MarketAnswer { WasKept: true, Body: { IsMissing: false } body } kept)
            Remember(question, new Known(kept.Tag, kept.Stamp, body, kept.ContentType, http.Response.Language(), http.Request.NamesLanguage()), ClientAddress.Of(http));
        return answer;
    }

    private MarketAnswer Repeat(Known known, MarketStamp stamp, HttpContext http)
    {
        http.Response.SpeakIn(known.Language, known.IsLanguageNamed);
        if (answers.IsKnown(known.Tag, http.Request)) return new MarketAnswer(known.Tag, stamp, body: null);
        metrics.Answered(made: false);
        return new MarketAnswer(known.Tag, stamp, known.Body) { ContentType = known.ContentType };
    }

    private void Remember(Question question, Known known, int client)
    {
        if (!admission.HasShareLeft(client)) return;
        var size = known.Body.Bytes.Length + (sizeof(char) * question.Length) + Overhead;
        store.Memory.Set(question, known, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = known.Stamp.Lasts, Size = size });
        admission.Kept(client, size);
    }

    private sealed record Question(string Path, string Query, Language Accepted, Language? Chosen)
    {
        public int Length => Path.Length + Query.Length;
    }

    private sealed record Known(AnswerTag Tag, MarketStamp Stamp, KeptBody Body, string ContentType, string Language, bool IsLanguageNamed);
}

internal static class RepeatedQuestionsRouting
{
    /// <summary>For routes that answer with a <see cref="MarketAnswer"/>.</summary>
    public static RouteHandlerBuilder AnsweringRepeats(this RouteHandlerBuilder route) => route.AddEndpointFilter(
        (context, next) => context.HttpContext.RequestServices.GetRequiredService<RepeatedQuestions>().InvokeAsync(context, next));
}
