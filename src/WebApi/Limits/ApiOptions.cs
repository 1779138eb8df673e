using System.ComponentModel.DataAnnotations;
using System.Net;

namespace HangarBay.WebApi.Limits;

/// <summary>What one request may take, and which proxies may name the client; section <c>Api</c>.</summary>
internal sealed class ApiOptions : IValidatableObject
{
    public const string Section = "Api";

    /// <summary>How long an answer may take, and also each of its queries.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many exports may run at once.</summary>
    [Range(1, 100)]
    public int ConcurrentExports { get; set; } = 2;

    /// <summary>
    /// How long an export may take, to its last row. Each of its queries may take no longer than <see cref="RequestTimeout"/>.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ExportTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The lowest average rate, in bytes a second, at which the client of an export must read, once it was slower for
    /// <see cref="ExportGrace"/>.
    /// </summary>
    [Range(1, 1_000_000_000)]
    public int ExportPace { get; set; } = 16 * 1024;

    /// <summary>How long the client of an export may read more slowly than <see cref="ExportPace"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:10:00")]
    public TimeSpan ExportGrace { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The addresses and networks whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed, separated by commas: <c>10.0.0.5,
    /// fd00::/8</c>. Empty: none.
    /// </summary>
    public string TrustedProxies { get; set; } = "";

    /// <summary>The networks of <see cref="TrustedProxies"/>; a single address is a network of its own.</summary>
    public IEnumerable<IPNetwork> TrustedNetworks => Parts.Select(part => Read(part)!.Value);

    private IEnumerable<string> Parts => TrustedProxies.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Parts
        .Where(part => Read(part) is null)
        .Select(part => new ValidationResult(
            $"{Section}:{nameof(TrustedProxies)} names \"{part}\", which is no address such as 10.0.0.5 and no network such as 10.0.0.0/8.",
            [nameof(TrustedProxies)]));

    private static IPNetwork? Read(string text)
    {
        if (text.Contains('/', StringComparison.Ordinal)) return IPNetwork.TryParse(text, out var network) ? network : null;
        return IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8) : null;
    }
}
