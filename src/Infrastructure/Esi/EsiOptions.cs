using System.ComponentModel.DataAnnotations;

namespace HangarBay.Infrastructure.Esi;

/// <summary>How this instance calls ESI: section <c>Esi</c> of the configuration.</summary>
public sealed class EsiOptions
{
    public const string Section = "Esi";

    /// <summary>The address of ESI itself, of a caching proxy before it, or of a sandbox. A path in it is kept.</summary>
    [Required]
    public Uri BaseUrl { get; set; } = new("https://esi.evetech.net");

    /// <summary>An e-mail address or a URL by which CCP reaches the operator of this instance; null sends none.</summary>
    [RegularExpression(@"[ !-'*-\[\]-~]{3,200}", ErrorMessage = "Esi:Contact must have 3 to 200 printable ASCII characters, without brackets or line breaks.")]
    public string? Contact { get; set; }

    /// <summary>The address of this instance's source code, sent beside the contact; null sends none.</summary>
    [RegularExpression(@"https?://[!-'*-\[\]-~]{3,200}", ErrorMessage = "Esi:SourceUrl must be an http or https address in printable ASCII, without brackets.")]
    public string? SourceUrl { get; set; }

    /// <summary>The compatibility date: the client was written for ESI's routes as they were on this day.</summary>
    [Required, RegularExpression(@"\d{4}-\d{2}-\d{2}", ErrorMessage = "Esi:CompatibilityDate must be a day such as 2026-08-18.")]
    public string CompatibilityDate { get; set; } = "2026-08-18";

    /// <summary>Largest number of calls in flight at once.</summary>
    [Range(1, 100)]
    public int MaxConcurrency { get; set; } = 20;

    /// <summary>Largest number of calls that start within any one second, retries included.</summary>
    [Range(1, 100_000)]
    public int MaxRequestsPerSecond { get; set; } = 100;

    /// <summary>Time-out of one attempt, from its start to the last byte of the body.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Delay before the first retry; doubled for each further one, with jitter.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>If this many errors or fewer are left in ESI's window, lists wait for the next window.</summary>
    [Range(0, 90)]
    public int DiscoveryErrorFloor { get; set; } = 10;

    /// <summary>
    /// If this many errors or fewer are left, every other call waits for the next window. The errors between the two floors are the reserve
    /// of lists (M6).
    /// </summary>
    [Range(0, 90)]
    public int ReadingErrorFloor { get; set; } = 30;

    /// <summary>Largest body in bytes, decompressed; a larger one is refused. A full page of a list takes about 350,000.</summary>
    [Range(1, int.MaxValue)]
    public int MaxBodyBytes { get; set; } = 64 * 1024 * 1024;
}
