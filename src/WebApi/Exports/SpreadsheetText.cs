using System.Globalization;
using System.Text;

namespace HangarBay.WebApi.Exports;

/// <summary>
/// Text that no spreadsheet takes for a formula. A title is its issuer's own words, and may hold one. A cell may begin at the start of the
/// text, and also within it where the reader's spreadsheet splits by another separator than the comma. A sign that would begin a formula
/// there gets an apostrophe before it.
/// </summary>
internal static class SpreadsheetText
{
    private const char Escape = '\'';

    public static string Of(string text)
    {
        var safe = new StringBuilder(text.Length);
        var mayBegin = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (mayBegin && BeginsFormula(rune)) safe.Append(Escape);
            safe.Append(rune.ToString());
            mayBegin = IsSeparator(rune) || (mayBegin && IsPassedOver(rune));
        }

        return safe.Length == text.Length ? text : safe.ToString();
    }

    /// <summary>The ASCII signs, their full-width and small forms.</summary>
    private static bool BeginsFormula(Rune rune) => rune.Value is
        '=' or '+' or '-' or '@' or 0xFF1D or 0xFF0B or 0xFF0D or 0xFF20 or 0xFE66 or 0xFE62 or 0xFE63 or 0xFE6B;

    private static bool IsSeparator(Rune rune) => rune.Value is ';' or '|' or '\t' or '\r' or '\n';

    /// <summary>What spreadsheets trim or do not show, and quotes, because a cell may begin within them.</summary>
    private static bool IsPassedOver(Rune rune) =>
        rune.Value == '"' || Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control;
}
