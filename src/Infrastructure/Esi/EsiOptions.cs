using System.ComponentModel.DataAnnotations;

namespace HangarBay.Infrastructure.Esi;

/// <summary>How ESI is spoken to: section <c>Esi</c> of the configuration.</summary>
public sealed class EsiOptions
{
    public const string Section = "Esi";

    /// <summary>ESI itself, a caching proxy before it, or a sandbox. A path is kept.</summary>
    [Required]
    public Uri BaseUrl { get; set; } = new("https://esi.evetech.net");

    /// <summary>An e-mail address or a URL by which CCP reaches whoever runs this instance; null sends none.</summary>
    [RegularExpression(@"[ !-'*-\[\]-~]{3,200}", ErrorMessage = "Esi:Contact holds 3 to 200 printable ASCII characters, without brackets or line breaks.")]
    public string? Contact { get; set; }

    /// <summary>Where the source of this instance is found, sent beside the contact; null sends none.</summary>
    [RegularExpression(@"https?://[!-'*-\[\]-~]{3,200}", ErrorMessage = "Esi:SourceUrl is an http or https address in printable ASCII, without brackets.")]
    public string? SourceUrl { get; set; }

    /// <summary>The day whose shape of ESI the client was written against.</summary>
    [Required, RegularExpression(@"\d{4}-\d{2}-\d{2}", ErrorMessage = "Esi:CompatibilityDate is a day such as 2026-08-18.")]
    public string CompatibilityDate { get; set; } = "2026-08-18";

    /// <summary>Calls in flight at once.</summary>
    [Range(1, 100)]
    public int MaxConcurrency { get; set; } = 20;

    /// <summary>Calls begun within any one second, retries included.</summary>
    [Range(1, 100_000)]
    public int MaxRequestsPerSecond { get; set; } = 100;

    /// <summary>For one try, from its start to the last byte of the body.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Before the first retry; doubled for each further one, with jitter.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>With so many errors left in ESI's window, or fewer, lists wait for the next window.</summary>
    [Range(0, 90)]
    public int DiscoveryErrorFloor { get; set; } = 10;

    /// <summary>The same for everything else: what lies between the two is the reserve of discovery (M6).</summary>
    [Range(0, 90)]
    public int ReadingErrorFloor { get; set; } = 30;

    /// <summary>Bytes of a body, decompressed; anything larger is refused. A full page of a list takes some 350,000.</summary>
    [Range(1, int.MaxValue)]
    public int MaxBodyBytes { get; set; } = 64 * 1024 * 1024;
}
