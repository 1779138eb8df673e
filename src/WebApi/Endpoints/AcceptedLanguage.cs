using HangarBay.Application.Abstractions;
using HangarBay.Domain;
using Microsoft.Net.Http.Headers;

namespace HangarBay.WebApi.Endpoints;

/// <summary>Chooses among the languages a request accepts.</summary>
internal static class AcceptedLanguage
{
    /// <summary>
    /// The language with the highest weight, and of equal ones the first; English where the header names none of the site's languages or
    /// cannot be read.
    /// </summary>
    public static Language Of(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList([.. request.Headers.AcceptLanguage.OfType<string>()], out var ranges)) return default;
        foreach (var range in ranges.Where(range => range.Quality is not 0).OrderByDescending(range => range.Quality ?? 1))
        {
            if (TryRead(range.Value.AsSpan(), out var language)) return language;
        }

        return default;
    }

    /// <summary>
    /// Tells caches and readers the answer's language, and that <c>Accept-Language</c> chose it unless the address names it.
    /// </summary>
    public static void SpeakIn(this HttpResponse response, Language language) =>
        response.SpeakIn(WireWords.Of(language), response.HttpContext.Request.NamesLanguage());

    /// <param name="response">The answer.</param>
    /// <param name="language">The language as the header has it.</param>
    /// <param name="isNamed">Whether the address names the language.</param>
    public static void SpeakIn(this HttpResponse response, string language, bool isNamed)
    {
        response.Headers.ContentLanguage = language;
        if (!isNamed) response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptLanguage);
    }

    /// <summary>The answer's language, as its header has it.</summary>
    public static string Language(this HttpResponse response) => response.Headers.ContentLanguage.ToString();

    public static bool NamesLanguage(this HttpRequest request) => !string.IsNullOrWhiteSpace(request.Query[QueryReader.Lang]);

    /// <summary>Reads the primary subtag: <c>zh-Hans-CN</c> is Chinese.</summary>
    private static bool TryRead(ReadOnlySpan<char> range, out Language language)
    {
        var dash = range.IndexOf('-');
        var primary = dash < 0 ? range : range[..dash];
        return WireWords.TryRead(primary.ToString().ToLowerInvariant(), out language);
    }
}
