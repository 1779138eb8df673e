using System.Text.Json;
using HangarBay.Application.InMemory.Following;
using HangarBay.Domain;
using HangarBay.WebApi.Caching;
using HangarBay.WebApi.Endpoints;
using HangarBay.WebUi;
using HangarBay.WebUi.Parts;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Pages;

/// <summary>Answers with pages. A page about the market is kept like the API's answers, by the market's stamp.</summary>
internal sealed class PageAnswers(AnswerCache answers, BriefAnswers briefly, AssetNames assets, IOptions<SiteOptions> site)
{
    public const string Html = "text/html; charset=utf-8";

    // Two processes of different versions, or with different settings, word the same page differently.
    private readonly Lazy<string> _site = new(() => $"{assets.Version} {JsonSerializer.Serialize(site.Value)}");

    /// <param name="http">The request, which names what the browser has already.</param>
    /// <param name="key">The question in one form; null: it has no such form, and the answer is not kept.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="parameters">The parameters of the page.</param>
    public async Task<IResult> AnswerAsync<TPage>(HttpContext http, string? key, Language language, params IReadOnlyList<(string Name, object? Value)> parameters)
        where TPage : Part
    {
        http.Response.SpeakIn(language);
        var market = await TakeMarketAsync(http);
        var stamp = market.Stamp;
        var context = ContextOf(http, language, stamp.Instant);
        AnswerMaking make = async (services, cancellationToken) =>
        {
            var bytes = await services.GetRequiredService<PageRenderer>().RenderAsync<TPage>(context with { Cancellation = cancellationToken }, parameters);
            return context.Finding.IsNothing ? KeptBody.Missing : new KeptBody(bytes, isMissing: false);
        };
        if (key is null) return Results.Bytes((await answers.MakeAsync(make, http)).Bytes, Html);

        var tag = AnswerTag.Of($"{typeof(TPage).Name} {language} {context.IsLanguageNamed} {_site.Value}\n{key}", stamp);
        if (answers.IsKnown(tag, http.Request)) return new MarketAnswer(tag, stamp, body: null);
        var (body, wasKept) = await answers.GetAsync(tag, market, make, http);
        return new MarketAnswer(tag, stamp, body) { ContentType = Html, WasKept = wasKept };
    }

    /// <summary>Answers with a page that shows more than the market and is kept for a moment.</summary>
    public async Task<IResult> AnswerBrieflyAsync<TPage>(HttpContext http, Language language, params IReadOnlyList<(string Name, object? Value)> parameters)
        where TPage : Part
    {
        http.Response.SpeakIn(language);
        var context = ContextOf(http, language, (await TakeMarketAsync(http)).Stamp.Instant);
        var page = await briefly.GetAsync(
            $"{typeof(TPage).Name} {language} {context.IsLanguageNamed}",
            (services, cancellationToken) => services.GetRequiredService<PageRenderer>().RenderAsync<TPage>(context with { Cancellation = cancellationToken }, parameters),
            http);
        return Results.Bytes(page, Html);
    }

    /// <summary>
    /// Answers with a page about something that may not exist. That it does not exist is kept too, in one byte. The page shown instead is
    /// made each time, so that requests for what never existed push nothing out.
    /// </summary>
    /// <typeparam name="TPage">The page, which tells whether it found anything.</typeparam>
    /// <typeparam name="TMissing">The page that is shown where it found nothing, with the same parameters.</typeparam>
    public async Task<IResult> AnswerAsync<TPage, TMissing>(HttpContext http, string key, Language language, params IReadOnlyList<(string Name, object? Value)> parameters)
        where TPage : Part
        where TMissing : Part
    {
        var answer = await AnswerAsync<TPage>(http, key, language, parameters);
        return answer is MarketAnswer { Body.IsMissing: true }
            ? await InsteadAsync<TMissing>(http, StatusCodes.Status404NotFound, language, parameters)
            : answer;
    }

    /// <summary>Answers that nothing can be at this address, whatever is stored.</summary>
    public Task<IResult> MissAsync<TMissing>(HttpContext http, Language language, params IReadOnlyList<(string Name, object? Value)> parameters)
        where TMissing : Part
    {
        http.Response.SpeakIn(language);
        return InsteadAsync<TMissing>(http, StatusCodes.Status404NotFound, language, parameters);
    }

    /// <summary>
    /// Replaces an answer that was begun by the page that says why there is none. That page is made each time and never kept.
    /// </summary>
    public Task<IResult> RefuseAsync<TPage>(HttpContext http, Language language, params IReadOnlyList<(string Name, object? Value)> parameters)
        where TPage : Part => InsteadAsync<TPage>(http, StatusCodes.Status422UnprocessableEntity, language, parameters);

    private async Task<IResult> InsteadAsync<TPage>(HttpContext http, int status, Language language, IReadOnlyList<(string Name, object? Value)> parameters)
        where TPage : Part
    {
        var stamp = (await TakeMarketAsync(http)).Stamp;
        var context = ContextOf(http, language, stamp.Instant);
        AnswerMaking make = async (services, cancellationToken) => new KeptBody(
            await services.GetRequiredService<PageRenderer>().RenderAsync<TPage>(context with { Cancellation = cancellationToken }, parameters), isMissing: false);
        var page = await answers.MakeAsync(make, http);
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(page.Bytes, Html);
    }

    private static ValueTask<PinnedMarket> TakeMarketAsync(HttpContext http) =>
        http.RequestServices.GetRequiredService<MarketPin>().TakeAsync(http.RequestAborted);

    private PageContext ContextOf(HttpContext http, Language language, DateTimeOffset now) =>
        new(language, http.Request.NamesLanguage(), now, site.Value, name => assets[name]);
}
