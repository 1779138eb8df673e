using System.Text.Json;
using System.Text.Json.Serialization;

namespace HangarBay.Infrastructure.Reference.StaticData;

/// <summary>The key that all lines have: <c>_key</c>, the id.</summary>
internal abstract record KeyedLine
{
    [JsonPropertyName("_key")]
    public required int Key { get; init; }
}

/// <summary>A line with a name in each language.</summary>
internal abstract record NamedLine : KeyedLine
{
    public required Dictionary<string, string?> Name { get; init; }
}

/// <summary>A line of <c>categories.jsonl</c>.</summary>
internal sealed record CategoryLine : NamedLine
{
    public bool Published { get; init; }
}

/// <summary>A line of <c>groups.jsonl</c>.</summary>
internal sealed record GroupLine : NamedLine
{
    [JsonPropertyName("categoryID")]
    public required int CategoryId { get; init; }

    public bool Published { get; init; }
}

/// <summary>A line of <c>marketGroups.jsonl</c>.</summary>
internal sealed record MarketGroupLine : NamedLine
{
    [JsonPropertyName("parentGroupID")]
    public int? ParentGroupId { get; init; }
}

/// <summary>A line of <c>types.jsonl</c>.</summary>
internal sealed record TypeLine : NamedLine
{
    [JsonPropertyName("groupID")]
    public required int GroupId { get; init; }

    [JsonPropertyName("marketGroupID")]
    public int? MarketGroupId { get; init; }

    public bool Published { get; init; }

    public double? Volume { get; init; }
}

/// <summary>A line of <c>mapRegions.jsonl</c>.</summary>
internal sealed record RegionLine : NamedLine;

/// <summary>A line of <c>mapConstellations.jsonl</c>.</summary>
internal sealed record ConstellationLine : NamedLine
{
    [JsonPropertyName("regionID")]
    public required int RegionId { get; init; }
}

/// <summary>A line of <c>mapSolarSystems.jsonl</c>.</summary>
internal sealed record SystemLine : NamedLine
{
    [JsonPropertyName("constellationID")]
    public required int ConstellationId { get; init; }

    [JsonPropertyName("regionID")]
    public required int RegionId { get; init; }

    public required double SecurityStatus { get; init; }
}

/// <summary>A line of <c>mapStargates.jsonl</c>.</summary>
internal sealed record StargateLine : KeyedLine
{
    [JsonPropertyName("solarSystemID")]
    public required int SolarSystemId { get; init; }

    public required GateDestination Destination { get; init; }
}

internal sealed record GateDestination
{
    [JsonPropertyName("solarSystemID")]
    public required int SolarSystemId { get; init; }
}

/// <summary>A line of <c>_sde.jsonl</c> or of <c>latest.jsonl</c>.</summary>
internal sealed record BuildLine
{
    public required long BuildNumber { get; init; }

    /// <summary>The number of the build in the first line; null if that line has none.</summary>
    public static long? TryRead(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        try
        {
            return JsonSerializer.Deserialize(end < 0 ? bytes : bytes[..end], StaticDataJson.Default.BuildLine)?.BuildNumber is > 0 and var build
                ? build
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
