using System.Numerics;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// The different words of some names, to find those near a word that is spelt wrong. A word is a place within the texts, so that it takes
/// nine bytes. Words that lack too many letters are left out before their distance is measured.
/// </summary>
internal sealed class NameWords
{
    private readonly SearchableTexts.PublishedTexts _texts;
    private readonly int[] _starts;
    private readonly byte[] _lengths;
    private readonly uint[] _letters;

    public NameWords(SearchableTexts.PublishedTexts texts)
    {
        _texts = texts;
        var (starts, lengths, letters) = (new List<int>(), new List<byte>(), new List<uint>());
        var seen = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        texts.VisitAll((code, text) =>
        {
            foreach (var range in WordsOf(text))
            {
                var word = text[range];
                if (word.Length > EditDistance.Longest || !seen.Add(word)) continue;
                starts.Add(texts.StartOf(code) + range.Start.Value);
                lengths.Add((byte)word.Length);
                letters.Add(LettersOf(word));
            }
        });
        (_starts, _lengths, _letters) = ([.. starts], [.. lengths], [.. letters]);
    }

    public long Bytes => Buffer.ByteLength(_starts) + Buffer.ByteLength(_lengths) + Buffer.ByteLength(_letters);

    /// <summary>The parts of a text between spaces, without the marks at their ends.</summary>
    public static List<Range> WordsOf(ReadOnlySpan<char> text)
    {
        var words = new List<Range>();
        for (int at = 0, end; at < text.Length; at = end + 1)
        {
            end = text[at..].IndexOf(' ') is >= 0 and var length ? at + length : text.Length;
            var (first, last) = (at, end);
            while (first < last && IsMark(text[first])) first++;
            while (first < last && IsMark(text[last - 1])) last--;
            if (first < last) words.Add(first..last);
        }

        return words;
    }

    /// <summary>Visits the words within a distance of the given one. Texts that contain it as it is are at no distance.</summary>
    public void Visit(string word, int most, Action<string, int> visit)
    {
        var letters = LettersOf(word);
        for (var index = 0; index < _starts.Length; index++)
        {
            var couldContain = (letters & ~_letters[index]) == 0 && _lengths[index] >= word.Length;
            // One edit adds a letter, takes one away, or both.
            var couldBeNear = Math.Abs(_lengths[index] - word.Length) <= most && BitOperations.PopCount(letters ^ _letters[index]) <= 2 * most;
            if (!couldContain && !couldBeNear) continue;
            var other = _texts.Part(_starts[index], _lengths[index]);
            if (couldContain && other.Contains(word, StringComparison.Ordinal)) visit(word, 0);
            else if (couldBeNear && EditDistance.Between(word, other, most) is { } distance) visit(other.ToString(), distance);
        }
    }

    private static bool IsMark(char character) => !char.IsLetterOrDigit(character) && !char.IsSurrogate(character);

    /// <summary>A bit for each letter that the word has. Different letters may share a bit.</summary>
    private static uint LettersOf(ReadOnlySpan<char> word)
    {
        var letters = 0u;
        foreach (var letter in word) letters |= 1u << (letter & 31);
        return letters;
    }
}
