using System.ComponentModel.DataAnnotations;

namespace HangarBay.WebUi;

/// <summary>What the operator of a site decides about its pages; section <c>Site</c>.</summary>
public sealed class SiteOptions : IValidatableObject
{
    public const string Section = "Site";

    /// <summary>The placeholder of the id in a link.</summary>
    public const string Id = "{id}";

    /// <summary>
    /// The address where players reach the site, such as <c>https://hangar.example.com</c>. Shared links and the sitemap need it. Empty:
    /// unknown.
    /// </summary>
    public string Address { get; set; } = "";

    /// <summary>The server of item pictures; empty: no pictures are shown, and no other site learns of a visit.</summary>
    public string Images { get; set; } = "https://images.evetech.net";

    /// <summary>The link of an issuer's name, with <see cref="Id"/> where the id goes; empty: no link.</summary>
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
