using System.Collections.Frozen;
using System.IO.Compression;
using System.Text.Json;
using HangarBay.EsiSandbox.Engine.Facts;

namespace HangarBay.EsiSandbox.Engine.Recorded;

/// <summary>Reads the static data tables beside a recording: gzipped text, one JSON object a line.</summary>
internal static class SdeTables
{
    /// <exception cref="SandboxSetupException">A table is missing or cannot be read.</exception>
    public static Catalogue Read(string directory) => new()
    {
        Types = Rows(directory, "types", Type).ToFrozenDictionary(t => t.Id),
        Groups = Rows(directory, "groups", row => new GroupFact(Int(row, "groupId"), Int(row, "categoryId"), Published(row), Names(row)))
            .ToFrozenDictionary(g => g.Id),
        Categories = Rows(directory, "categories", row => new CategoryFact(Int(row, "categoryId"), Published(row), Names(row)))
            .ToFrozenDictionary(c => c.Id),
        Regions = Rows(directory, "regions", row => new RegionFact(Int(row, "regionId"), row.TryGetProperty("factionId", out var faction) ? faction.GetInt32() : null, Name(row))).ToFrozenDictionary(r => r.Id),
        Constellations = Rows(directory, "constellations", row => new ConstellationFact(Int(row, "constellationId"), Int(row, "regionId"), Name(row)))
            .ToFrozenDictionary(c => c.Id),
        Systems = Rows(directory, "solarSystems", System).ToFrozenDictionary(s => s.Id),
        Stations = Rows(directory, "npcStations", Station).ToFrozenDictionary(s => s.Id),
        Corporations = Rows(directory, "npcCorporations", row => (Id: Int(row, "corporationId"), Name: Name(row))).ToFrozenDictionary(c => c.Id, c => c.Name),
        MarketGroups = EmbeddedTables.Catalogue.MarketGroups,
        Stargates = EmbeddedTables.Catalogue.Stargates,
        InventsTranslations = true,
    };

    private static TypeFact Type(JsonElement row)
    {
        var volume = Double(row, "volume");
        var packaged = row.TryGetProperty("packagedVolume", out var value) ? value.GetDouble() : volume;
        return new(Int(row, "typeId"), Int(row, "groupId"), row.TryGetProperty("marketGroupId", out var group) ? group.GetInt32() : null, volume, packaged, Name(row));
    }

    private static SystemFact System(JsonElement row) => new(
        Int(row, "systemId"), Int(row, "constellationId"), Double(row, "security"), row.TryGetProperty("securityClass", out var value) ? value.GetString()! : "",
        Double(row, "x"), Double(row, "y"), Double(row, "z"), Name(row));

    private static StationFact Station(JsonElement row) =>
        new(Int(row, "stationId"), Int(row, "systemId"), Int(row, "typeId"), Int(row, "ownerCorporationId"), Name(row));

    private static List<T> Rows<T>(string directory, string table, Func<JsonElement, T> read)
    {
        var path = Path.Combine(directory, "sde", table + ".jsonl.gz");
        if (!File.Exists(path))
            throw new SandboxSetupException($"There is no table {Path.GetFullPath(path)}.");
        try
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
            var rows = new List<T>();
            while (reader.ReadLine() is { } line)
            {
                using var document = JsonDocument.Parse(line);
                rows.Add(read(document.RootElement));
            }

            return rows;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SandboxSetupException($"The table {path} cannot be read: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new SandboxSetupException($"The table {path} is not what a sandbox understands: {exception.Message}", exception);
        }
    }

    private static int Int(JsonElement row, string name) => row.GetProperty(name).GetInt32();

    private static double Double(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetDouble() : 0;

    private static bool Published(JsonElement row) => row.GetProperty("published").GetBoolean();

    private static string Name(JsonElement row) => row.GetProperty("name").GetString()!;

    private static string[] Names(JsonElement row)
    {
        var names = row.GetProperty("name");
        var english = names.GetProperty("en").GetString()!;
        return [.. Languages.All.Select(language => names.TryGetProperty(language, out var name) ? name.GetString()! : english)];
    }
}
