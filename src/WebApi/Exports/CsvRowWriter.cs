using System.Globalization;
using CsvHelper;
using HangarBay.Application.Contracts;

namespace HangarBay.WebApi.Exports;

/// <summary>
/// CSV as RFC 4180 has it. A title is its issuer's own words, and spreadsheets take some words for formulas: text that
/// begins like one is led by an apostrophe.
/// </summary>
internal sealed class CsvRowWriter(Stream output) : IRowWriter
{
    public const string ContentType = "text/csv; charset=utf-8; header=present";

    private static readonly CsvWriterOptions Form = new()
    {
        FormatProvider = CultureInfo.InvariantCulture,
        NewLine = "\r\n",
        Injection = CsvInjection.Escape,
        InjectionCharacters = "=+-@\t\r\n",
        InjectionEscape = '\'',
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
            foreach (var (_, cell) in CsvColumns.All) _csv.WriteField(cell(row));
            await _csv.EndRecordAsync(cancellationToken);
        }

        await _csv.FlushAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();
}
