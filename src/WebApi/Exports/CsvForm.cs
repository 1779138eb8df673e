using HangarBay.Application.Contracts;
using HangarBay.Application.Contracts.ExportingLines;

namespace HangarBay.WebApi.Exports;

/// <summary>How a CSV file looks.</summary>
/// <param name="Columns">The name of each column, and its value in a row.</param>
/// <param name="Write">Makes a cell of a value: null, text, or a number as it is written.</param>
/// <param name="HasMark">Whether the file begins with the byte order mark, by which spreadsheets know UTF-8.</param>
internal sealed record CsvForm<T>(IReadOnlyList<(string Name, Func<T, object?> Value)> Columns, Func<object?, object?> Write, bool HasMark = false);

/// <summary>The forms that there are.</summary>
internal static class CsvForms
{
    public static readonly CsvForm<ContractRow> Contracts = new(CsvColumns.All, PlainCells.Of);
    public static readonly CsvForm<ExportedLine> Lines = new(LineColumns.All, PlainCells.Of);

    /// <param name="site">The address of the site; empty where that is unknown.</param>
    public static CsvForm<ContractRow> Sheet(string site) => new(SheetColumns.Of(site), SheetCells.Of, HasMark: true);
}
