namespace HangarBay.WebApi.Exports;

/// <summary>How an export is written.</summary>
internal enum ExportFormat
{
    /// <summary>A header, and one line for each contract (RFC 4180).</summary>
    Csv,

    /// <summary>One JSON object on each line, as the list has it.</summary>
    Ndjson,

    /// <summary>CSV as people read it in a spreadsheet: with names beside ids, the address of each page, and times and amounts in short.</summary>
    Sheet,

    /// <summary>A header, and one line for each line of the contracts (RFC 4180).</summary>
    Lines,
}
