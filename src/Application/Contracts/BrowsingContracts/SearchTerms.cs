using System.Text;
using HangarBay.Domain;

namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <summary>
/// The words and phrases of a search (B3). The text is plain: its only operator is a pair of double quotes, which makes a phrase. What is
/// refused and how long a text may be is judged as it was typed, before it takes the form that is compared (B16).
/// </summary>
public static class SearchTerms
{
    public const int MaxLength = 200;
    private const int MinLength = 3;

    /// <summary>Why the text cannot be searched, as a sentence; null where it can.</summary>
    public static string? FindFlaw(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length > MaxLength) return $"A search has at most {MaxLength} characters.";
        if (trimmed.Any(character => char.IsControl(character) && character is not ('\t' or '\n' or '\r'))) return "A search must not have control characters.";
        if (HasLoneSurrogate(trimmed)) return "A search must be well-formed text.";
        var runes = trimmed.EnumerateRunes().ToList();
        if (runes.Count < MinLength && !runes.Exists(IsDense))
            return $"A search has at least {MinLength} characters; one is enough in Chinese, Japanese or Korean.";
        return SearchText.Normalise(trimmed).Length == 0 ? "A search has at least one visible character." : null;
    }

    /// <summary>Every term in the form that is searched; all of them must be found. Never empty.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var normal = SearchText.Normalise(text);
        var parts = normal.Split('"');
        var terms = new List<string>();
        for (var index = 0; index < parts.Length; index++)
        {
            // Odd parts stand between two quotes, unless the last quote has no partner: then it is a plain character.
            var isPhrase = index % 2 == 1 && index < parts.Length - 1;
            var part = index % 2 == 1 && !isPhrase ? '"' + parts[index] : parts[index];
            if (!isPhrase) terms.AddRange(part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            else if (part.Trim().Length > 0) terms.Add(part.Trim());
        }

        return terms.Count > 0 ? [.. terms.Distinct()] : [normal];
    }

    /// <summary>A lone surrogate is read as U+FFFD. The text may also hold U+FFFD itself, so both are counted.</summary>
    private static bool HasLoneSurrogate(string text) =>
        text.EnumerateRunes().Count(rune => rune == Rune.ReplacementChar) > text.Count(character => character == '\uFFFD');

    /// <summary>Han, Kana and Hangul, where one character can stand for a word.</summary>
    private static bool IsDense(Rune rune) => rune.Value is
        (>= 0x1100 and <= 0x11FF) or (>= 0x3005 and <= 0x3007) or (>= 0x3040 and <= 0x30FF) or (>= 0x3130 and <= 0x318F)
        or (>= 0x31F0 and <= 0x31FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF66 and <= 0xFF9F) or (>= 0x20000 and <= 0x3FFFF);
}
