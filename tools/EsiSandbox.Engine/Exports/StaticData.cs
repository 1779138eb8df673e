using System.IO.Compression;
using System.Text.Json;
using HangarBay.EsiSandbox.Engine.Market;

namespace HangarBay.EsiSandbox.Engine.Exports;

/// <summary>CCP's Static Data Export: a zip of files with one JSON object a line.</summary>
internal static class StaticData
{
    /// <summary>The JSON line that names the latest build. The zip contains it too.</summary>
    public static byte[] Latest(StaticBuild build) => Line(writer =>
    {
        writer.WriteString("_key"u8, "sde");
        writer.WriteNumber("buildNumber"u8, build.Number);
        writer.Instant("releaseDate"u8, build.Released);
    });

    /// <summary>Writes the zip of the latest build, a line at a time.</summary>
    public static void Write(Sandbox sandbox, Stream stream)
    {
        var build = StaticBuild.At(sandbox.Time.GetUtcNow());
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Add("_sde.jsonl", [Latest(build)]);
        foreach (var (name, lines) in StaticTables.All(sandbox.Catalogue))
            Add(name + ".jsonl", lines);

        void Add(string name, IEnumerable<byte[]> lines)
        {
            var entry = zip.CreateEntry(name);
            entry.LastWriteTime = build.Released;
            using var content = entry.Open();
            foreach (var line in lines)
                content.Write(line);
        }
    }

    internal static byte[] Line(Action<Utf8JsonWriter> write) => [.. JsonText.Bytes(write, (writer, fields) =>
    {
        writer.WriteStartObject();
        fields(writer);
        writer.WriteEndObject();
    }), (byte)'\n'];
}
