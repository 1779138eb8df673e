using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using HangarBay.EsiSandbox.Engine.Market;

namespace HangarBay.EsiSandbox.Engine.Recorded;

/// <summary>Item rows that were recorded for single contracts, by contract id.</summary>
internal static partial class RecordedLines
{
    public static Dictionary<long, IReadOnlyList<Line>> Read(string directory)
    {
        var items = new Dictionary<long, IReadOnlyList<Line>>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(directory, "contracts"), "items*.json", SearchOption.AllDirectories))
        {
            var name = FileName().Match(Path.GetFileName(path));
            if (name.Success)
                items[long.Parse(name.Groups["id"].ValueSpan, CultureInfo.InvariantCulture)] = Lines(path);
        }

        return items;
    }

    private static Line[] Lines(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            return [.. document.RootElement.EnumerateArray().Select(Row)];
        }
        catch (Exception exception) when (exception is IOException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new SandboxSetupException($"The recorded items {path} cannot be read: {exception.Message}", exception);
        }
    }

    private static Line Row(JsonElement row) => new(
        row.GetProperty("record_id").GetInt64(),
        row.GetProperty("type_id").GetInt32(),
        row.GetProperty("quantity").GetInt64(),
        row.GetProperty("is_included").GetBoolean(),
        row.TryGetProperty("item_id", out var item) && item.ValueKind == JsonValueKind.Number ? item.GetInt64() : null,
        row.TryGetProperty("is_blueprint_copy", out var copy) && copy.GetBoolean(),
        Number(row, "runs"),
        Number(row, "material_efficiency"),
        Number(row, "time_efficiency"));

    private static int? Number(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    [GeneratedRegex(@"^items[-_](?<id>\d+)(_.*)?\.json$")]
    private static partial Regex FileName();
}
