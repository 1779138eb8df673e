using HangarBay.Application.Contracts;
using HangarBay.Application.Contracts.GettingContract;

namespace HangarBay.WebUi.Texts;

/// <summary>The language of a text as markup names it: null where it is the page's language, empty where it is unknown.</summary>
public static class ForeignText
{
    /// <summary>The part of a headline that is not in the page's language; null where all of it is.</summary>
    public static ForeignPart? In(ContractRow row)
    {
        if (TagOf(row) is not { } tag) return null;
        var (headline, foreign) = (row.PrimaryLabel, row.PrimaryLabelLanguage is null ? row.Title : row.PrimaryTypeName!);
        // The last match: words in the reader's language come first wherever there are any, and a short name may occur in them.
        var at = headline.LastIndexOf(foreign, StringComparison.Ordinal);
        return new ForeignPart(headline[..at], foreign, tag, headline[(at + foreign.Length)..]);
    }

    /// <summary>The language of a line's type.</summary>
    public static string? TagOf(LineDetail line) => line.TypeNameLanguage is { } language ? Tongue.Of(language).Tag : null;

    /// <summary>A name may be known in another language only. The issuer's own words may be in any language.</summary>
    private static string? TagOf(ContractRow row) => row switch
    {
        { PrimaryLabelLanguage: { } language } => Tongue.Of(language).Tag,
        { Title.Length: > 0 } when row.Title == row.PrimaryLabel => "",
        _ => null,
    };
}

/// <summary>Text of another language, and the page's own around it.</summary>
/// <param name="Before">The page's own text before it; may be empty.</param>
/// <param name="Text">The text of the other language.</param>
/// <param name="Tag">Its language for markup; empty where it is unknown.</param>
/// <param name="After">The page's own text after it; may be empty.</param>
public sealed record ForeignPart(string Before, string Text, string Tag, string After);
