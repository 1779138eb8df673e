using System.IO.Compression;
using System.Text.Json.Nodes;

namespace HangarBay.EsiSandbox.Tests;

/// <summary>
/// Recorded responses of ESI, which are not part of this repository: the folder named by HANGARBAY_RECORDED_DATA, or
/// <c>shared/data</c> beside the repository. Without them, tests that need them are reported as skipped.
/// </summary>
internal static class RecordedData
{
    private const string Missing = "No recorded data: set HANGARBAY_RECORDED_DATA.";

    private static readonly string? Folder = Find();

    public static bool IsThere => Folder is not null;

    public static string Directory
    {
        get
        {
            Skip.If(Folder is null, Missing);
            return Folder!;
        }
    }

    /// <summary>One of the recorded responses: method, uri, status, headers, body.</summary>
    public static JsonObject Sample(string name) => Read($"esi-samples/{name}.json").AsObject();

    public static JsonNode Read(string path)
    {
        using var file = File.OpenRead(Path.Combine(Directory, path));
        return path.EndsWith(".gz", StringComparison.Ordinal)
            ? JsonNode.Parse(new GZipStream(file, CompressionMode.Decompress))!
            : JsonNode.Parse(file)!;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("HANGARBAY_RECORDED_DATA") is { Length: > 0 } named)
            return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HangarBay.sln")))
                return System.IO.Directory.Exists(Path.Combine(folder.Parent!.FullName, "shared", "data")) ? Path.Combine(folder.Parent.FullName, "shared", "data") : null;
        }

        return null;
    }
}
