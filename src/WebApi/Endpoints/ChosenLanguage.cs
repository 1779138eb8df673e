using HangarBay.Application.Abstractions;
using HangarBay.Domain;

namespace HangarBay.WebApi.Endpoints;

/// <summary>The language that a reader chose on the site. A script of the site writes the cookie; the server never sets one.</summary>
internal static class ChosenLanguage
{
    private const string Cookie = "lang";

    /// <summary>Null where none was chosen, or where it is none of the site's languages.</summary>
    public static Language? Of(HttpRequest request) =>
        SentCookies.Find(request, Cookie) is { } word && WireWords.TryRead<Language>(word, out var language) ? language : null;
}
