namespace HangarBay.WebApi.Exports;

/// <summary>How an export is written.</summary>
internal enum ExportFormat
{
    /// <summary>A header and a line a contract (RFC 4180).</summary>
    Csv,

    /// <summary>A JSON object a line, as the list has them.</summary>
    Ndjson,
}
