using System.IO.Compression;
using System.Text.Json;

namespace HangarBay.Infrastructure.Tests.Esi;

/// <summary>
/// Recorded answers of ESI and its OpenAPI document, which are CCP's and no part of this repository: the folder that
/// <c>HANGARBAY_RECORDED_DATA</c> names, or <c>../shared/data</c> beside the repository. Without it a test is skipped.
/// </summary>
internal static class RecordedData
{
    /// <summary>The folder; null where there is none.</summary>
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("HANGARBAY_RECORDED_DATA") ?? Beside();

    public static string Read(string file)
    {
        var path = Folder is null ? null : Path.Combine(Folder, file);
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
        var beside = folder?.Parent is { } parent ? Path.Combine(parent.FullName, "shared", "data") : null;
        return Directory.Exists(beside) ? beside : null;
    }
}
