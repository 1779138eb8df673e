using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using HangarBay.Domain;

namespace HangarBay.WebUi.Figures;

/// <summary>
/// Reads amounts of ISK as players type them: <c>1.5b</c>, <c>250m</c>, <c>1 500 000</c>, with the digits and separators of their language.
/// A plain number with a point and at most two decimals means the same in every language, and so does an address.
/// </summary>
public static class TypedAmount
{
    private const string Currency = "isk";

    // 兆 is left out: some read it as a million, others as a million millions.
    private static readonly FrozenDictionary<string, decimal> Units = new (decimal Unit, string Words)[]
    {
        (1e3m, "k к тыс 千 천"),
        (1e4m, "万 萬 만"),
        (1e6m, "m kk mio м кк млн 百万 백만"),
        (1e7m, "千万 천만"),
        (1e8m, "亿 億 억"),
        (1e9m, "b mrd md млрд 十亿 十億 십억"),
        (1e12m, "t трлн 조"),
    }.SelectMany(unit => unit.Words.Split(' ').Select(word => KeyValuePair.Create(word, unit.Unit))).Append(new("", 1)).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <param name="text">The amount as it was typed.</param>
    /// <param name="culture">The reader's culture, which tells what groups digits and so is no decimal point.</param>
    /// <param name="amount">In ISK, to two decimals; within the range of <see cref="Isk"/>.</param>
    public static bool TryRead(string text, CultureInfo culture, out decimal amount)
    {
        amount = 0;
        var plain = Plainly(text);
        if (plain.EndsWith(Currency, StringComparison.OrdinalIgnoreCase)) plain = plain[..^Currency.Length].TrimEnd();
        var number = plain.AsSpan().TrimEnd(Letters(plain)).ToString();
        if (!Units.TryGetValue(plain[number.Length..], out var unit)) return false;
        if (!TryReadNumber(number.TrimEnd(), Separator(culture.NumberFormat.NumberGroupSeparator[0]), out var value)) return false;
        if (value > decimal.MaxValue / unit || !Isk.TryOf(value * unit, out var isk)) return false;
        amount = isk.Amount;
        return true;
    }

    private static bool TryReadNumber(string text, char grouping, out decimal value)
    {
        value = 0;
        // Some people type less than one as a bare point and decimals.
        if (text is ['.' or ',', ..]) text = $"0{text}";
        var point = PointOf(text, grouping);
        var (whole, decimals) = point < 0 ? (text, "") : (text[..point], text[(point + 1)..]);
        return IsGrouped(whole) && decimals.All(char.IsAsciiDigit) && (point < 0 || decimals.Length > 0)
            && decimal.TryParse($"{Digits(whole)}.{decimals}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The position of the decimal point, whichever sign it is; -1: there is none.</summary>
    private static int PointOf(string text, char grouping)
    {
        var last = text.LastIndexOfAny(['.', ',', ' ', '\'']);
        if (last < 0 || text[last] is ' ' or '\'') return -1;
        if (text.Count(character => character == text[last]) > 1) return -1;
        if (text.Any(character => character != text[last] && !char.IsAsciiDigit(character))) return last;
        // This is the only separator: three digits after it are a group if the language groups digits by it.
        var isGroup = text[last] == grouping && text.Length - last - 1 == 3 && text[0] != '0';
        return isGroup ? -1 : last;
    }

    /// <summary>Accepts digits alone, or a first group and then groups of exactly three, all between separators of one kind.</summary>
    private static bool IsGrouped(string text)
    {
        var separators = text.Where(character => !char.IsAsciiDigit(character)).Distinct().ToList();
        if (separators.Count == 0) return text.Length > 0;
        if (separators.Count > 1 || separators[0] is not ('.' or ',' or ' ' or '\'')) return false;
        var groups = text.Split(separators[0]);
        return groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3);
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static ReadOnlySpan<char> Letters(string text) => text.Where(char.IsLetter).Distinct().ToArray();

    /// <summary>Trims the text, and writes its digits, full-width letters and separators in ASCII.</summary>
    private static string Plainly(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.Trim())
        {
            plain.Append(char.IsDigit(character) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(character)) : Separator(character));
        }

        return plain.ToString();
    }

    private static char Separator(char character) => character switch
    {
        >= '\uFF01' and <= '\uFF5E' => Separator((char)(character - 0xFEE0)),
        '\u2019' => '\'',
        '\u066B' => '.',
        _ => char.GetUnicodeCategory(character) == UnicodeCategory.SpaceSeparator ? ' ' : character,
    };
}
