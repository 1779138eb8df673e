using System.Text.Json.Serialization;

namespace HangarBay.Application.Contracts;

/// <summary>
/// Which regions were swept, and as of when: observed, never taken from settings (B11). <paramref name="Source"/> is <c>live</c> or
/// <c>sample</c>, null while nothing was ever stored. <paramref name="AsOf"/> is the freshest region's.
/// </summary>
public sealed record MarketCoverage(
    string? Source, IReadOnlyList<int> IngestedRegionIds, DateTimeOffset? AsOf, IReadOnlyList<CoveredRegion> Regions)
{
    /// <summary>How many regions were ever tried, with or without a good sweep.</summary>
    [JsonIgnore]
    public int RegionsTried { get; init; }
}

/// <summary>A region with a good sweep. <paramref name="Name"/> is null where it is unknown.</summary>
public sealed record CoveredRegion(int RegionId, string? Name, DateTimeOffset AsOf);
