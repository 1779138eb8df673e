using HangarBay.Domain;
using HangarBay.WebUi.Figures;
using HangarBay.WebUi.Texts;

namespace HangarBay.WebUi;

/// <summary>What every part of a page needs to know of the request it is made for.</summary>
/// <param name="Language">The reader's.</param>
/// <param name="IsLanguageNamed">By the address, whose links then name it too.</param>
/// <param name="Now">What times are told relative to.</param>
/// <param name="Site">What those who run the site decided.</param>
/// <param name="Assets">By file name, the address of this very version of the file.</param>
public sealed record PageContext(
    Language Language, bool IsLanguageNamed, DateTimeOffset Now, SiteOptions Site, Func<string, string> Assets)
{
    /// <summary>Cancelled once nobody waits for the page any more; every part that asks passes it on.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Told by the page while it is made.</summary>
    public PageFinding Finding { get; } = new();

    public Tongue Tongue { get; } = Tongue.Of(Language);

    public Words Words { get; } = Words.In(Language);

    public Figure Figure { get; } = new(Words.In(Language), Tongue.Of(Language).Culture);
}
