using System.Text.Json;
using HangarBay.Application.InMemory.Following;
using HangarBay.Domain;
using HangarBay.WebApi.Caching;
using HangarBay.WebApi.Endpoints;
using HangarBay.WebUi;
using HangarBay.WebUi.Parts;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Pages;

/// <summary>Answers with pages: those about the market are kept as its answers are, by its stamp.</summary>
internal sealed class PageAnswers(AnswerCache answers, BriefAnswers briefly, AssetNames assets, IOptions<SiteOptions> site)
{
    public const string Html = "text/html; charset=utf-8";

    // Two processes of another version, or with other settings, word the same page otherwise.
    private readonly Lazy<string> _site = new(() => $"{assets.Version} {JsonSerializer.Serialize(site.Value)}");

    /// <param name="http">Who asks, and what they have already.</param>
    /// <param name="key">What is asked, in one form; null: what cannot be known by one, and is not kept.</param>
    /// <param name="language">The reader's.</param>
    /// <param name="parameters">Of the page.</param>
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

    /// <summary>With a page that tells more than the market, and is kept for a moment.</summary>
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
    /// With a page about something that may not be there. That it is not is kept as well, in a byte: what is shown instead is
    /// made each time, so that asking for what was never there pushes nothing out.
    /// </summary>
    /// <typeparam name="TPage">Says that it found nothing.</typeparam>
    /// <typeparam name="TMissing">Stands for it then, with the same parameters.</typeparam>
    public async Task<IResult> AnswerAsync<TPage, TMissing>(HttpContext http, string key, Language language, params IReadOnlyList<(string Name, object? Value)> parameters)
        where TPage : Part
        where TMissing : Part
    {
        var answer = await AnswerAsync<TPage>(http, key, language, parameters);
        return answer is MarketAnswer { Body.IsMissing: true }
            ? await InsteadAsync<TMissing>(http, StatusCodes.Status404NotFound, language, parameters)
            : answer;
    }

    /// <summary>That nothing can be at this address, whatever is stored.</summary>
    public Task<IResult> MissAsync<TMissing>(HttpContext http, Language language, params IReadOnlyList<(string Name, object? Value)> parameters)
        where TMissing : Part
    {
        http.Response.SpeakIn(language);
        return InsteadAsync<TMissing>(http, StatusCodes.Status404NotFound, language, parameters);
    }

    /// <summary>Instead of an answer that was begun, the page that says why there is none: made each time, and kept by nobody.</summary>
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
