using System.Globalization;
using System.Text;

namespace HangarBay.Domain;

/// <summary>
/// The one form in which texts are compared (B16). What is searched and what it is searched for both pass through here, so no engine and no
/// culture of a machine plays a part. Nothing stores the form; it is made when the market is loaded.
/// </summary>
public static class SearchText
{
    /// <summary>A longer form is cut, as single characters can fold to eighteen.</summary>
    public const int MaxLength = 1_000;

    private const int Short = 256;

    /// <summary>
    /// Compatibility characters in their plain form (NFKC), in invariant lower case, with one kind of apostrophe, quote and space, without
    /// characters that nobody sees, and without asterisks at the end of a word. Any text has a form; that of some is empty.
    /// </summary>
    public static string Normalise(string text) => Tidy(Ascii.IsValid(text) ? text : Compose(text));

    /// <summary>The part that needs knowledge of Unicode: composition, case, and the letters that count as one.</summary>
    private static string Compose(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsInvisible(rune)) continue;
            // Composition would change some apostrophes and quotes, so they are made plain before it. It refuses U+FFFE, which is no character.
            if (rune.IsBmp) visible.Append(rune.Value == 0xFFFE ? '\uFFFD' : Plain((char)rune.Value));
            else visible.Append(rune.ToString());
        }

        var composed = visible.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        // What was lower-cased, or lost its diaeresis, may compose with what follows it.
        do composed = composed.Replace('ё', 'е').Normalize(NormalizationForm.FormKC);
        while (composed.Contains('ё'));
        return composed;
    }

    /// <summary>Spaces, apostrophes, quotes, asterisks and the case of ASCII.</summary>
    private static string Tidy(string text)
    {
        Span<char> form = text.Length <= Short ? stackalloc char[Short] : new char[text.Length];
        var length = 0;
        for (var at = 0; at < text.Length && length <= MaxLength; at++)
        {
            var character = text[at];
            var isAfterSpace = length == 0 || form[length - 1] == ' ';
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                if (!isAfterSpace) form[length++] = ' ';
                continue;
            }

            if (character == '*')
            {
                var run = text.AsSpan(at).IndexOfAnyExcept('*');
                var end = run < 0 ? text.Length : at + run;
                var endsWord = !isAfterSpace && (end == text.Length || !GoesOn(text, end));
                if (!endsWord)
                {
                    text.AsSpan(at, end - at).CopyTo(form[length..]);
                    length += end - at;
                }

                at = end - 1;
                continue;
            }

            form[length++] = char.IsAsciiLetterUpper(character) ? (char)(character | 0x20) : Plain(character);
        }

        return Cut(form[..length]);
    }

    /// <summary>Whether a word goes on here: a mark belongs to the character before it.</summary>
    private static bool GoesOn(string text, int at) => char.IsLetterOrDigit(text, at)
        || char.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Cuts to the longest form, never within a character, and drops the space at the end.</summary>
    private static string Cut(ReadOnlySpan<char> form)
    {
        if (form.Length > MaxLength) form = form[..(char.IsHighSurrogate(form[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
        return form.TrimEnd(' ').ToString();
    }

    private static char Plain(char character) => character switch
    {
        '`' or '\u00B4' or '\u02B9' or '\u02BB' or '\u02BC' or '\u02BD' or '\u02C8' or '\u02CA' or '\u02CB' or '\u055A' or '\u05F3' => '\'',
        (>= '\u2018' and <= '\u201B') or '\u2032' or '\u2035' or '\u2039' or '\u203A' or '\uA78C' or '\uFF07' or '\uFF40' => '\'',
        '\u00AB' or '\u00BB' or '\u02BA' or '\u02EE' or '\u05F4' or (>= '\u201C' and <= '\u201F') or '\u2033' or '\u2036' => '"',
        '\u275D' or '\u275E' or (>= '\u300C' and <= '\u300F') or (>= '\u301D' and <= '\u301F') => '"',
        (>= '\uFE41' and <= '\uFE44') or '\uFF02' or '\uFF62' or '\uFF63' => '"',
        _ => character,
    };

    /// <summary>Characters without width: joiners, soft hyphens, marks of direction, fillers and selectors of variants.</summary>
    private static bool IsInvisible(Rune rune) => rune.Value > 0x7F && (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x3164 or (>= 0xFE00 and <= 0xFE0F)
            or 0xFFA0 or (>= 0xE0000 and <= 0xE0FFF));
}
