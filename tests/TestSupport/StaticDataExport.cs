using System.IO.Compression;
using System.Text;

namespace HangarBay.TestSupport;

/// <summary>
/// A small Static Data Export in CCP's format, which tests can damage. It has a Rokh, a part of The Forge and a little more.
/// </summary>
public sealed class StaticDataExport
{
    private readonly Dictionary<string, string> _files = [];

    private StaticDataExport(long build)
    {
        Put("_sde.jsonl", $$"""{"_key":"sde","buildNumber":{{build}},"releaseDate":"2026-09-21T11:13:46Z"}""");
        Put("categories.jsonl",
            $$"""{"_key":4,"name":{{Name("Material", de: "Material")}},"published":true}""",
            $$"""{"_key":6,"iconID":5,"name":{{Name("Ship", de: "Schiff")}},"published":true}""");
        Put("groups.jsonl",
            $$"""{"_key":18,"anchorable":false,"categoryID":4,"name":{{Name("Mineral", de: "Mineral")}},"published":true,"useBasePrice":false}""",
            $$"""{"_key":27,"anchorable":false,"categoryID":6,"name":{{Name("Battleship", de: "Schlachtschiff")}},"published":true,"useBasePrice":false}""");
        Put("marketGroups.jsonl",
            $$"""{"_key":4,"description":{"en":"Vessels"},"hasTypes":false,"name":{{Name("Ships", de: "Schiffe")}} }""",
            $$"""{"_key":80,"hasTypes":true,"name":{{Name("Caldari", de: "Caldari")}},"parentGroupID":4}""");
        Put("types.jsonl",
            $$"""{"_key":34,"basePrice":2.0,"groupID":18,"mass":0.0,"name":{{Name("Tritanium", de: "Tritan")}},"portionSize":1,"published":true,"volume":0.01}""",
            $$"""{"_key":24688,"description":{"en":"<b>A</b> long\r\nstory"},"groupID":27,"marketGroupID":80,"name":{{Name("Rokh", de: "Rokh", ja: "ロク")}},"published":true,"volume":486000.0}""");
        Put("mapRegions.jsonl", $$"""{"_key":10000002,"constellationIDs":[20000020],"name":{{Name("The Forge", de: "The Forge")}},"position":{"x":-9.6e16,"y":6.4e16,"z":1.1e17} }""");
        Put("mapConstellations.jsonl", $$"""{"_key":20000020,"name":{{Name("Kimotoro", de: "Kimotoro")}},"regionID":10000002}""");
        Put("mapSolarSystems.jsonl",
            $$"""{"_key":30000142,"border":true,"constellationID":20000020,"name":{{Name("Jita", de: "Jita", ja: "ジタ")}},"regionID":10000002,"securityClass":"B","securityStatus":0.945913}""",
            $$"""{"_key":30000144,"constellationID":20000020,"name":{{Name("Perimeter", de: "Perimeter")}},"regionID":10000002,"securityStatus":0.953123}""");
        Put("mapStargates.jsonl",
            """{"_key":50001248,"destination":{"solarSystemID":30000144,"stargateID":50001249},"position":{"x":1.0,"y":2.0,"z":3.0},"solarSystemID":30000142,"typeID":16}""",
            """{"_key":50001249,"destination":{"solarSystemID":30000142,"stargateID":50001248},"solarSystemID":30000144,"typeID":16}""");
        // The import must not read the other files of the export.
        Put("npcStations.jsonl", "no JSON at all");
    }

    /// <summary>The number of lines in all files that the import reads.</summary>
    public const int Rows = 14;

    public static StaticDataExport OfBuild(long build) => new(build);

    /// <summary>A name in all eight languages. A language that is not given has the English name after its language code.</summary>
    public static string Name(string english, string? de = null, string? ja = null) =>
        $$"""{"de":"{{de ?? $"de {english}"}}","en":"{{english}}","es":"es {{english}}","fr":"fr {{english}}","ja":"{{ja ?? $"ja {english}"}}","ko":"ko {{english}}","ru":"ru {{english}}","zh":"zh {{english}}"}""";

    public StaticDataExport Put(string file, params string[] lines)
    {
        _files[file] = string.Join('\n', lines) + "\n";
        return this;
    }

    /// <summary>Adds one line as it is.</summary>
    public StaticDataExport Append(string file, string line)
    {
        _files[file] += line + "\n";
        return this;
    }

    public StaticDataExport Without(string file)
    {
        _files.Remove(file);
        return this;
    }

    public byte[] ToZip(CompressionLevel level = CompressionLevel.Fastest)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (file, text) in _files)
            {
                using var entry = zip.CreateEntry(file, level).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Writes the zip into a folder.</summary>
    public async Task<string> WriteToAsync(string folder, string name = "export.zip")
    {
        var path = Path.Combine(folder, name);
        await File.WriteAllBytesAsync(path, ToZip());
        return path;
    }
}
