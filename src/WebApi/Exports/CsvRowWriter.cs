using System.Globalization;
using CsvHelper;
using HangarBay.Application.Contracts;

namespace HangarBay.WebApi.Exports;

/// <summary>Writes CSV (RFC 4180). All text is quoted, and safe for spreadsheets (<see cref="SpreadsheetText"/>).</summary>
internal sealed class CsvRowWriter(Stream output) : IRowWriter
{
    public const string ContentType = "text/csv; charset=utf-8; header=present";

    private static readonly CsvWriterOptions Form = new()
    {
        FormatProvider = CultureInfo.InvariantCulture,
        NewLine = "\r\n",
    };

    private readonly CsvWriter _csv = CsvWriter.Create(output, Form, leaveOpen: true);

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        foreach (var (name, _) in CsvColumns.All) _csv.WriteField(name);
        await _csv.EndRecordAsync(cancellationToken);
    }

    public async Task WriteAsync(IReadOnlyList<ContractRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            foreach (var (_, cell) in CsvColumns.All) Write(cell(row));
            await _csv.EndRecordAsync(cancellationToken);
        }

        await _csv.FlushAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    private void Write(object? cell)
    {
        if (cell is string text) _csv.WriteField(SpreadsheetText.Of(text), CsvQuoting.Always);
        else _csv.WriteField(cell);
    }
}
