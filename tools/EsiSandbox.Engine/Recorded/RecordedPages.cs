using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using HangarBay.EsiSandbox.Engine.Market;

namespace HangarBay.EsiSandbox.Engine.Recorded;

/// <summary>Reads recorded list pages and moves their dates forward, as if the recording was made at the start of the sandbox.</summary>
internal static partial class RecordedPages
{
    /// <summary>A page without a recording time counts as recorded this long before its first row expires.</summary>
    private static readonly TimeSpan BeforeFirstExpiry = TimeSpan.FromMinutes(15);

    /// <exception cref="SandboxSetupException">There are no pages, or one cannot be read.</exception>
    public static IReadOnlyList<ContractTerms> Read(string directory, DateTimeOffset start)
    {
        var folder = Path.Combine(directory, "contracts");
        var files = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).Select(path => (Path: path, Name: PageName().Match(Path.GetFileName(path)))).Where(f => f.Name.Success).ToArray()
            : [];
        if (files.Length == 0)
            throw new SandboxSetupException($"There are no recorded pages (contracts/public-contracts_*.json.gz) in {Path.GetFullPath(directory)}.");
        return [.. files
            .GroupBy(f => int.Parse(f.Name.Groups["region"].ValueSpan, CultureInfo.InvariantCulture))
            .SelectMany(region => Region(region.Key, [.. region.Select(f => f.Path).Order(StringComparer.Ordinal)], start))];
    }

    private static IEnumerable<ContractTerms> Region(int region, string[] paths, DateTimeOffset start)
    {
        var rows = paths.SelectMany(path => Page(path, region)).DistinctBy(c => c.Id).ToArray();
        if (rows.Length == 0)
            return [];
        var recorded = paths.Select(RecordingTime).FirstOrDefault(time => time is not null) ?? rows.Min(c => c.Expires) - BeforeFirstExpiry;
        var shift = start - recorded;
        return rows.Select(c => c with { Issued = c.Issued + shift, Expires = c.Expires + shift, Ends = c.Ends + shift });
    }

    private static List<ContractTerms> Page(string path, int region)
    {
        try
        {
            using var document = JsonDocument.Parse(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
            return [.. document.RootElement.EnumerateArray().Select(row => Row(row, region))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or InvalidDataException
            or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new SandboxSetupException($"The recorded page {path} cannot be read: {exception.Message}", exception);
        }
    }

    private static ContractTerms Row(JsonElement row, int region) => new()
    {
        Id = row.GetProperty("contract_id").GetInt64(),
        RegionId = region,
        Type = row.GetProperty("type").GetString()!,
        Issued = row.GetProperty("date_issued").GetDateTimeOffset(),
        Expires = row.GetProperty("date_expired").GetDateTimeOffset(),
        Ends = row.GetProperty("date_expired").GetDateTimeOffset(),
        IssuerId = row.GetProperty("issuer_id").GetInt64(),
        CorporationId = row.GetProperty("issuer_corporation_id").GetInt64(),
        ForCorporation = row.TryGetProperty("for_corporation", out var value) && value.GetBoolean(),
        Start = row.GetProperty("start_location_id").GetInt64(),
        End = row.GetProperty("end_location_id").GetInt64(),
        Price = Number(row, "price"),
        Reward = Number(row, "reward"),
        Collateral = Number(row, "collateral"),
        Buyout = Number(row, "buyout"),
        Days = (int)Number(row, "days_to_complete"),
        Title = row.GetProperty("title").GetString()!,
        Volume = Number(row, "volume"),
    };

    private static double Number(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetDouble() : 0;

    /// <summary>The Date header that is stored beside the page; null when there is none.</summary>
    private static DateTimeOffset? RecordingTime(string path)
    {
        var headers = path.Replace(".json.gz", ".headers.json", StringComparison.Ordinal);
        if (!File.Exists(headers))
            return null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(headers));
            return DateTimeOffset.ParseExact(document.RootElement.GetProperty("headers").GetProperty("Date").GetString()!, "R", CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is IOException or JsonException or KeyNotFoundException or FormatException)
        {
            throw new SandboxSetupException($"The recorded headers {headers} cannot be read: {exception.Message}", exception);
        }
    }

    [GeneratedRegex(@"^public-contracts_.*-(?<region>\d+)_page(?<page>\d+)_.*\.json\.gz$")]
    private static partial Regex PageName();
}
