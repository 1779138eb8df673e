using System.Globalization;
using HangarBay.Domain;
using HangarBay.WebUi.Figures;

namespace HangarBay.WebApi.Exports;

/// <summary>
/// Cells as spreadsheets read them: an instant to the minute in UTC, which is then a date and no text; a number without the digits that
/// only binary arithmetic has.
/// </summary>
internal static class SheetCells
{
    public static object? Of(object? value) => value switch
    {
        Isk isk => isk.Amount,
        decimal number => Rounded.Of(number),
        double number => (object?)Rounded.Of(number) ?? number,
        DateTimeOffset instant => new Unquoted(instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
        _ => PlainCells.Of(value),
    };
}

/// <summary>Text of the server's own making that is no text to a spreadsheet.</summary>
internal readonly record struct Unquoted(string Text);
