namespace HangarBay.WebApi.Exports;

/// <summary>How an export is written.</summary>
internal enum ExportFormat
{
    /// <summary>A header, and one line for each contract (RFC 4180).</summary>
    Csv,

    /// <summary>One JSON object on each line, as the list has it.</summary>
    Ndjson,
}
