using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using HangarBay.Domain;

namespace HangarBay.WebUi.Figures;

/// <summary>
/// Reads amounts of ISK as players type them: <c>1.5b</c>, <c>ISK 1.5bil</c>, <c>500 Mio.</c>, <c>1 500 000</c>, with the digits and
/// separators of their language. A plain number with a point and at most two decimals means the same in every language, and so does an
/// address. A text that two readers would take for two amounts is not read.
/// </summary>
public static class TypedAmount
{
    private const string English = "en";
    private const string Spanish = "es";

    /// <summary>A million to players, and a thousand in Spanish.</summary>
    private const string Mil = "mil";

    private static readonly string[] Currencies = ["isk", "星币"];

    // 兆 is left out: some read it as a million, others as a million millions.
    private static readonly FrozenDictionary<string, decimal> Units = Table(
        (1e3m, "k tsd tausend к тыс тысяча тысячи тысяч thousand 千 천"),
        (1e4m, "万 萬 만"),
        (1e6m, "m kk mio mln mill million millions millionen millón millon millones м кк млн миллион миллиона миллионов 百万 백만"),
        (1e6m, Mil),
        (1e7m, "千万 천만"),
        (1e8m, "亿 億 억"),
        (1e9m, "b kkk bn bil bln mrd md ккк млрд 十亿 十億 십억"),
        (1e12m, "t трлн 조"));

    // A billion is a million millions in German, French and Spanish, so other readers are not taken at these words.
    private static readonly FrozenDictionary<string, decimal> EnglishUnits = Table(
        (1e9m, "bill billion billions milliard milliards"),
        (1e12m, "tn tril trill trillion trillions"));

    /// <param name="text">The amount as it was typed.</param>
    /// <param name="culture">The reader's culture, which tells what groups digits before a unit, and what some units mean.</param>
    /// <param name="amount">In ISK, to two decimals; within the range of <see cref="Isk"/>.</param>
    public static bool TryRead(string text, CultureInfo culture, out decimal amount)
    {
        amount = 0;
        var (number, word) = Split(text);
        if (IsAmbiguous(word, culture) || !TryFindUnit(word, culture, out var unit)) return false;
        return TryRead(number, unit, word.Length > 0 ? culture : null, out amount);
    }

    /// <summary>The amounts that a text may mean, the smaller first, where its unit means several things to the reader; else empty.</summary>
    public static IReadOnlyList<decimal> ReadingsOf(string text, CultureInfo culture)
    {
        var (number, word) = Split(text);
        if (!IsAmbiguous(word, culture)) return [];
        return TryRead(number, 1e3m, culture, out var less) && TryRead(number, 1e6m, culture, out var more) ? [less, more] : [];
    }

    private static bool IsAmbiguous(string word, CultureInfo culture) =>
        word.Equals(Mil, StringComparison.OrdinalIgnoreCase) && culture.TwoLetterISOLanguageName == Spanish;

    private static bool TryFindUnit(string word, CultureInfo culture, out decimal unit)
    {
        unit = 1;
        return word.Length == 0 || Units.TryGetValue(word, out unit) || (culture.TwoLetterISOLanguageName == English && EnglishUnits.TryGetValue(word, out unit));
    }

    /// <summary>The number and the word of its unit, without currency and without the point of an abbreviation.</summary>
    private static (string Number, string Word) Split(string text)
    {
        var plain = WithoutCurrency(Plainly(text));
        if (plain is [.., var last, '.'] && char.IsLetter(last)) plain = plain[..^1];
        var end = plain.Length;
        while (end > 0 && char.IsLetter(plain[end - 1])) end--;
        return (plain[..end].TrimEnd(), plain[end..]);
    }

    private static string WithoutCurrency(string plain)
    {
        foreach (var currency in Currencies)
        {
            if (plain.StartsWith(currency, StringComparison.OrdinalIgnoreCase)) return plain[currency.Length..].TrimStart();
            if (plain.EndsWith(currency, StringComparison.OrdinalIgnoreCase)) return plain[..^currency.Length].TrimEnd();
        }

        return plain;
    }

    private static bool TryRead(string number, decimal unit, CultureInfo? culture, out decimal amount)
    {
        amount = 0;
        if (!TryReadNumber(number, culture is null ? null : Separator(culture.NumberFormat.NumberGroupSeparator[0]), out var value)) return false;
        if (value > decimal.MaxValue / unit || !Isk.TryOf(value * unit, out var isk)) return false;
        amount = isk.Amount;
        return true;
    }

    /// <param name="text">The number.</param>
    /// <param name="grouping">What groups digits in the reader's language; null: no unit follows, and either separator does.</param>
    /// <param name="value">The number read.</param>
    private static bool TryReadNumber(string text, char? grouping, out decimal value)
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
    private static int PointOf(string text, char? grouping)
    {
        var last = text.LastIndexOfAny(['.', ',', ' ', '\'']);
        if (last < 0 || text[last] is ' ' or '\'') return -1;
        if (text.Count(character => character == text[last]) > 1) return -1;
        if (text.Any(character => character != text[last] && !char.IsAsciiDigit(character))) return last;
        // This is the only separator. ISK have two decimals, so three digits after it are a group. A unit may have more decimals: there they
        // are a group only if the language groups digits by it.
        var isGroup = (grouping is null || text[last] == grouping) && text.Length - last - 1 == 3 && text[0] != '0';
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

    private static FrozenDictionary<string, decimal> Table(params IEnumerable<(decimal Unit, string Words)> units) => units
        .SelectMany(unit => unit.Words.Split(' ').Select(word => KeyValuePair.Create(word, unit.Unit))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

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
