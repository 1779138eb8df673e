using System.Text;

namespace HangarBay.Domain;

/// <summary>Text from outside, made fit to be kept and shown: never interpreted, only cleaned.</summary>
public static class PlainText
{
    /// <summary>
    /// Control characters become spaces, marks that turn the direction of text are dropped, broken surrogates become
    /// U+FFFD; then trimmed and cut to <paramref name="maxLength"/> UTF-16 units, never within a character.
    /// </summary>
    public static string Clean(string? text, int maxLength)
    {
        if (string.IsNullOrEmpty(text)) return "";

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune)) kept.Append(' ');
            else if (!TurnsDirection(rune)) kept.Append(rune.ToString());
        }

        var plain = kept.ToString().Trim();
        if (plain.Length <= maxLength) return plain;
        var length = char.IsHighSurrogate(plain[maxLength - 1]) ? maxLength - 1 : maxLength;
        return plain[..length].TrimEnd();
    }

    /// <summary>Marks, embeddings, overrides and isolates: they would disguise the text or what stands beside it.</summary>
    private static bool TurnsDirection(Rune rune) => rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
