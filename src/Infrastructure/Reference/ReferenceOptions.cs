using System.ComponentModel.DataAnnotations;

namespace HangarBay.Infrastructure.Reference;

/// <summary>The addresses of reference data and the limits on their size: section <c>Reference</c> of the configuration.</summary>
public sealed class ReferenceOptions
{
    public const string Section = "Reference";

    /// <summary>The folder of CCP's Static Data Export, with its <c>latest.jsonl</c> and the zip of each build.</summary>
    [Required]
    public Uri StaticDataUrl { get; set; } = new("https://developers.eveonline.com/static-data/tranquility/");

    /// <summary>The address of EVE Ref's public structures.</summary>
    [Required]
    public Uri StructuresUrl { get; set; } = new("https://data.everef.net/structures/structures-latest.v2.json");

    /// <summary>The archive that is used if <c>Market:Seed</c> is <c>everef</c>.</summary>
    [Required]
    public Uri SeedUrl { get; set; } = new("https://data.everef.net/public-contracts/public-contracts-latest.v2.tar.bz2");

    /// <summary>Largest download in bytes; a larger one is refused. The static data has about 100 million.</summary>
    [Range(1, long.MaxValue)]
    public long MaxDownloadBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>Largest unpacked size of one archive in bytes; a larger one is refused.</summary>
    [Range(1, long.MaxValue)]
    public long MaxUnpackedBytes { get; set; } = 2048L * 1024 * 1024;

    /// <summary>Largest line in bytes; a longer line is set aside. The same limit holds for one structure.</summary>
    [Range(1024, 256 * 1024 * 1024)]
    public int MaxLineBytes { get; set; } = 1024 * 1024;

    /// <summary>Time-out of a whole download.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(15);
}
