namespace HangarBay.WebApi.Exports;

/// <summary>What an export is as a file.</summary>
/// <param name="What">What it holds, as its name tells.</param>
/// <param name="Extension">The end of its name.</param>
/// <param name="ContentType">Its media type.</param>
internal sealed record ExportFile(string What, string Extension, string ContentType)
{
    public static readonly ExportFile Csv = new("contracts", "csv", "text/csv; charset=utf-8; header=present");
    public static readonly ExportFile Ndjson = new("contracts", "ndjson", "application/x-ndjson; charset=utf-8");
    public static readonly ExportFile Lines = Csv with { What = "lines" };
}
