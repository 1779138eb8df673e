using System.Globalization;
using HangarBay.Application.Contracts.Filters;
using HangarBay.WebApi.Endpoints;
using HangarBay.WebApi.Hosting;
using HangarBay.WebUi;
using HangarBay.WebUi.Pages;
using HangarBay.WebUi.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace HangarBay.WebApi.Pages;

/// <summary>Writes an error for people as a page of the site; programs get JSON.</summary>
internal sealed class ErrorAnswers(AssetNames assets, FilterTable filters, IOptions<SiteOptions> site, TimeProvider time, ILogger<ErrorAnswers> logger)
{
    private const string Trace = "trace_id";

    private static readonly PathString[] ForPrograms = ["/api", "/openapi", "/health", "/ready"];

    /// <summary>Whether a person asked, as the path and the <c>Accept</c> header tell.</summary>
    public static bool IsForPeople(HttpRequest request) =>
        !ForPrograms.Any(start => request.Path.StartsWithSegments(start, StringComparison.OrdinalIgnoreCase)) && ReadsHtml(request);

    /// <summary>Returns false where the page itself fails, which leaves the answer unchanged.</summary>
    /// <param name="http">The request, whose answer has its status already.</param>
    /// <param name="problem">The error. The page shows nothing of it that could reveal internals.</param>
    public async Task<bool> TryWriteAsync(HttpContext http, ProblemDetails problem)
    {
        byte[] page;
        try
        {
            page = await RenderAsync(http, problem);
        }
        catch (Exception exception)
        {
            Log.ErrorPageFailed(logger, exception, http.Response.StatusCode);
            return false;
        }

        http.UsePageHeaders();
        http.Response.ContentType = PageAnswers.Html;
        http.Response.ContentLength = page.Length;
        // Without the request's own token: a request that took too long is cancelled, and still gets its error.
        await http.Response.Body.WriteAsync(page, CancellationToken.None);
        return true;
    }

    private async Task<byte[]> RenderAsync(HttpContext http, ProblemDetails problem)
    {
        var language = PageParameters.Language(http.Request);
        http.Response.SpeakIn(language);
        var context = new PageContext(language, http.Request.NamesLanguage(), time.GetUtcNow(), site.Value, name => assets[name]);
        var status = http.Response.StatusCode;
        return await http.RequestServices.GetRequiredService<PageRenderer>().RenderAsync<ErrorPage>(
            context,
            [
                (nameof(ErrorPage.Status), status),
                (nameof(ErrorPage.Refused), RefusedOf(problem)),
                (nameof(ErrorPage.Retry), SecondsToRetry(http.Response)),
                (nameof(ErrorPage.Trace), status == StatusCodes.Status500InternalServerError && problem.Extensions.TryGetValue(Trace, out var trace) ? trace as string : null),
            ]);
    }

    /// <summary>Names the refused parameters only, because the problem's sentences about them are English.</summary>
    private IReadOnlyList<RefusedParameter> RefusedOf(ProblemDetails problem) =>
        problem is HttpValidationProblemDetails { Errors: { } errors } ? RefusedInput.ParametersOf(FilterValues.None, errors.Keys, filters) : [];

    private static int? SecondsToRetry(HttpResponse response) =>
        int.TryParse(response.Headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    private static bool ReadsHtml(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList([.. request.Headers.Accept.OfType<string>()], out var types)
        && types.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase) && type.Quality is not 0);
}
