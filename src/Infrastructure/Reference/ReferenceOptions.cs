using System.ComponentModel.DataAnnotations;

namespace HangarBay.Infrastructure.Reference;

/// <summary>Where reference data is found and how much of it is believed: section <c>Reference</c> of the configuration.</summary>
public sealed class ReferenceOptions
{
    public const string Section = "Reference";

    /// <summary>The folder of CCP's Static Data Export, with its <c>latest.jsonl</c> and the zip of each build.</summary>
    [Required]
    public Uri StaticDataUrl { get; set; } = new("https://developers.eveonline.com/static-data/tranquility/");

    /// <summary>EVE Ref's public structures.</summary>
    [Required]
    public Uri StructuresUrl { get; set; } = new("https://data.everef.net/structures/structures-latest.v2.json");

    /// <summary>The archive that <c>Market:Seed=everef</c> means.</summary>
    [Required]
    public Uri SeedUrl { get; set; } = new("https://data.everef.net/public-contracts/public-contracts-latest.v2.tar.bz2");

    /// <summary>Bytes of a download; anything larger is refused. The static data has about 100 million.</summary>
    [Range(1, long.MaxValue)]
    public long MaxDownloadBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>Bytes that are unpacked of one archive; anything larger is refused.</summary>
    [Range(1, long.MaxValue)]
    public long MaxUnpackedBytes { get; set; } = 2048L * 1024 * 1024;

    /// <summary>Bytes of a line, or of one structure; a longer one is set aside.</summary>
    [Range(1024, 256 * 1024 * 1024)]
    public int MaxLineBytes { get; set; } = 1024 * 1024;

    /// <summary>For a whole download.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(15);
}
