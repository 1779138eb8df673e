using HangarBay.Domain;
using HangarBay.WebUi.Figures;
using HangarBay.WebUi.Texts;

namespace HangarBay.WebUi;

/// <summary>What every part of a page needs to know of the request it is made for.</summary>
/// <param name="Language">The reader's language.</param>
/// <param name="IsLanguageNamed">Whether the address names the language; the page's links then name it too.</param>
/// <param name="Now">The instant that times are relative to.</param>
/// <param name="Site">What the operator of the site decided.</param>
/// <param name="Assets">The address of a file's present version, by the file's name.</param>
public sealed record PageContext(
    Language Language, bool IsLanguageNamed, DateTimeOffset Now, SiteOptions Site, Func<string, string> Assets)
{
    /// <summary>Cancelled once nobody waits for the page any more. Every part that asks a question passes it on.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>What the page finds out while it is made.</summary>
    public PageFinding Finding { get; } = new();

    public Tongue Tongue { get; } = Tongue.Of(Language);

    public Words Words { get; } = Words.In(Language);

    public Figure Figure { get; } = new(Words.In(Language), Tongue.Of(Language).Culture);
}
