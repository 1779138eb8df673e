using System.Globalization;
using System.Text;
using CsvHelper;

namespace HangarBay.WebApi.Exports;

/// <summary>Writes CSV (RFC 4180). All text is quoted, and safe for spreadsheets (<see cref="SpreadsheetText"/>).</summary>
internal sealed class CsvRowWriter<T>(Stream output, CsvForm<T> form) : IRowWriter<T>
{
    private static readonly CsvWriterOptions Form = new()
    {
        FormatProvider = CultureInfo.InvariantCulture,
        NewLine = "\r\n",
    };

    private readonly CsvWriter _csv = CsvWriter.Create(output, Form, leaveOpen: true);

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (form.HasMark) await output.WriteAsync(Encoding.UTF8.GetPreamble(), cancellationToken);
        foreach (var (name, _) in form.Columns) _csv.WriteField(name);
        await _csv.EndRecordAsync(cancellationToken);
    }

    public async Task WriteAsync(IReadOnlyList<T> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            foreach (var (_, value) in form.Columns) Write(form.Write(value(row)));
            await _csv.EndRecordAsync(cancellationToken);
        }

        await _csv.FlushAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    private void Write(object? cell)
    {
        switch (cell)
        {
            case string text:
                _csv.WriteField(SpreadsheetText.Of(text), CsvQuoting.Always);
                break;
            case Unquoted { Text: var text }:
                _csv.WriteField(text);
                break;
            default:
                _csv.WriteField(cell);
                break;
        }
    }
}
