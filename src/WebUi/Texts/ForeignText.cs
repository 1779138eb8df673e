using HangarBay.Application.Contracts;
using HangarBay.Application.Contracts.GettingContract;

namespace HangarBay.WebUi.Texts;

/// <summary>The language of text that is not the page's, as markup tells it: null where it is the page's, empty where nobody knows.</summary>
public static class ForeignText
{
    /// <summary>What of a headline is not in the page's language; null where all of it is.</summary>
    public static ForeignPart? In(ContractRow row)
    {
        if (TagOf(row) is not { } tag) return null;
        var (headline, foreign) = (row.PrimaryLabel, row.PrimaryLabelLanguage is null ? row.Title : row.PrimaryTypeName!);
        // The last: what a short name is found in before may be the reader's own words, which come first wherever there are any.
        var at = headline.LastIndexOf(foreign, StringComparison.Ordinal);
        return new ForeignPart(headline[..at], foreign, tag, headline[(at + foreign.Length)..]);
    }

    /// <summary>Of a line's type.</summary>
    public static string? TagOf(LineDetail line) => line.TypeNameLanguage is { } language ? Tongue.Of(language).Tag : null;

    /// <summary>A name may be known in another language only, and the issuer's own words may be in any.</summary>
    private static string? TagOf(ContractRow row) => row switch
    {
        { PrimaryLabelLanguage: { } language } => Tongue.Of(language).Tag,
        { Title.Length: > 0 } when row.Title == row.PrimaryLabel => "",
        _ => null,
    };
}

/// <summary>Text of another language, and the page's own around it.</summary>
/// <param name="Before">Empty where nothing stands there.</param>
/// <param name="Text">The foreign.</param>
/// <param name="Tag">Its language for markup; empty where nobody knows.</param>
/// <param name="After">Empty where nothing stands there.</param>
public sealed record ForeignPart(string Before, string Text, string Tag, string After);
