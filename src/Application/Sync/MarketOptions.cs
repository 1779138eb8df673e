using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Sync;

/// <summary>What is gathered, from where, and for how long it is kept; section <c>Market</c>.</summary>
public sealed class MarketOptions : IValidatableObject
{
    public const string Section = "Market";

    public MarketSource Source { get; set; } = MarketSource.Live;

    /// <summary><c>all</c>, or region ids separated by commas.</summary>
    public string Regions { get; set; } = "all";

    /// <summary>
    /// The seed of a database without contracts: <c>everef</c>, or the address or the path of an archive in EVE Ref's form. Null means that
    /// the market starts from ESI alone.
    /// </summary>
    public string? Seed { get; set; }

    /// <summary>How long closed contracts are kept before they are pruned (M8).</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan KeepClosed { get; set; } = TimeSpan.FromDays(90);

    /// <summary>The regions named, ascending; empty for all.</summary>
    public IReadOnlyList<RegionId> RegionIds => IsAll ? [] : [.. Parts.Select(part => new RegionId(Parse(part) ?? 0)).Distinct().Order()];

    private bool IsAll => Regions.Trim().Equals("all", StringComparison.OrdinalIgnoreCase);

    private string[] Parts => Regions.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsAll && (Parts.Length == 0 || Array.Exists(Parts, part => Parse(part) is null)))
            yield return new ValidationResult($"Market:Regions is \"{Regions}\"; allowed are \"all\" or region ids separated by commas.");
    }

    private static int? Parse(string part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;
}

/// <summary>Where contracts come from.</summary>
public enum MarketSource
{
    /// <summary>CCP's ESI.</summary>
    Live,

    /// <summary>The sandbox: invented or recorded contracts, which every answer marks as such (M11).</summary>
    Sandbox,
}
