using System.ComponentModel.DataAnnotations;

namespace HangarBay.WebUi;

/// <summary>What those who run a site decide about its pages; section <c>Site</c>.</summary>
public sealed class SiteOptions : IValidatableObject
{
    public const string Section = "Site";

    /// <summary>Where the id stands in a link.</summary>
    public const string Id = "{id}";

    /// <summary>Where players reach it, such as <c>https://hangar.example.com</c>; shared links and the sitemap need it. Empty: not told.</summary>
    public string Address { get; set; } = "";

    /// <summary>Where pictures of items come from; empty: none are shown, and nobody else hears of a visit.</summary>
    public string Images { get; set; } = "https://images.evetech.net";

    /// <summary>Where an issuer's name leads, the id in place of <see cref="Id"/>; empty: nowhere.</summary>
    public string CharacterLink { get; set; } = "https://zkillboard.com/character/{id}/";

    /// <inheritdoc cref="CharacterLink"/>
    public string CorporationLink { get; set; } = "https://evewho.com/corporation/{id}";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOrigin(Address)) yield return Refusal(nameof(Address), "is no address of a site, such as https://hangar.example.com");
        if (!IsOrigin(Images)) yield return Refusal(nameof(Images), "is no address of a server, such as https://images.evetech.net");
        if (!IsLink(CharacterLink)) yield return Refusal(nameof(CharacterLink), $"is no address with {Id} in it");
        if (!IsLink(CorporationLink)) yield return Refusal(nameof(CorporationLink), $"is no address with {Id} in it");
    }

    private static ValidationResult Refusal(string name, string what) => new($"{Section}:{name} {what}.", [name]);

    private static bool IsOrigin(string text) => text.Length == 0
        || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && IsWeb(uri) && uri.UserInfo.Length == 0 && uri.GetLeftPart(UriPartial.Authority) == text);

    private static bool IsLink(string text) => text.Length == 0
        || (text.Contains(Id, StringComparison.Ordinal) && Uri.TryCreate(text.Replace(Id, "1", StringComparison.Ordinal), UriKind.Absolute, out var uri) && IsWeb(uri));

    private static bool IsWeb(Uri uri) => uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp;
}
