using HangarBay.Application.Contracts;
using HangarBay.Application.Contracts.GetContract;

namespace HangarBay.WebUi.Texts;

/// <summary>The language of text that is not the page's, as markup tells it: null where it is the page's, empty where nobody knows.</summary>
public static class ForeignText
{
    /// <summary>Of a headline: a name may be known in another language only, and the issuer's own words may be in any.</summary>
    public static string? TagOf(ContractRow row) => row switch
    {
        { PrimaryLabelLanguage: { } language } => Tongue.Of(language).Tag,
        { Title.Length: > 0 } when row.Title == row.PrimaryLabel => "",
        _ => null,
    };

    /// <summary>Of a line's type.</summary>
    public static string? TagOf(ContractLine line) => line.TypeNameLanguage is { } language ? Tongue.Of(language).Tag : null;
}
