using System.IO.Compression;
using System.Text.Json;

namespace HangarBay.Infrastructure.Tests.Esi;

/// <summary>
/// Recorded answers of ESI and its OpenAPI document, which are CCP's and no part of this repository: the folder that
/// <c>HANGARBAY_RECORDED_DATA</c> names, or <c>../shared/data</c> beside the repository. Without it a test is skipped.
/// </summary>
internal static class RecordedData
{
    public static string Read(string file)
    {
        var folder = Environment.GetEnvironmentVariable("HANGARBAY_RECORDED_DATA") ?? Beside();
        var path = folder is null ? null : Path.Combine(folder, file);
        Skip.If(path is null || !File.Exists(path), $"The recorded data has no {file}; HANGARBAY_RECORDED_DATA names its folder.");

        using var stream = File.OpenRead(path!);
        using var reader = new StreamReader(path!.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        return reader.ReadToEnd();
    }

    public static JsonElement ReadJson(string file) => JsonDocument.Parse(Read(file)).RootElement;

    private static string? Beside()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HangarBay.sln"))) folder = folder.Parent;
        return folder?.Parent is { } parent ? Path.Combine(parent.FullName, "shared", "data") : null;
    }
}
