using System.Numerics;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// The words of names by length, to find those near a word that is spelt wrong. A word is measured only if its length and its letters allow
/// that it is near. It takes seventeen bytes.
/// </summary>
internal sealed class NearWords
{
    private readonly NameWords _words;

    // By length: the words, where the marks before them end, and their letters.
    private readonly int[] _numbers;
    private readonly int[] _firsts;
    private readonly ulong[] _letters;

    // Where the words of each length start among these; the last length is none, so that each has an end.
    private readonly int[] _ofLength = new int[EditDistance.Longest + 2];

    public NearWords(NameWords words)
    {
        _words = words;
        var parts = Enumerable.Range(0, words.Count).Select(word => (Number: word, Part: PartOf(words[word])))
            .Where(word => IsMeasured(word.Part)).OrderBy(word => LengthOf(word.Part)).ToList();
        (_numbers, _firsts) = ([.. parts.Select(word => word.Number)], [.. parts.Select(word => word.Part.Start.Value)]);
        _letters = [.. parts.Select(word => LettersOf(words[word.Number][word.Part]))];
        foreach (var (_, part) in parts) _ofLength[LengthOf(part) + 1]++;
        for (var length = 0; length <= EditDistance.Longest; length++) _ofLength[length + 1] += _ofLength[length];
    }

    /// <summary>The parts of a text between spaces, without the marks at their ends.</summary>
    public static IEnumerable<string> WordsOf(string text) => text.Split(' ').Select(word => word[PartOf(word)]).Where(word => word.Length > 0);

    /// <summary>
    /// Visits the words within a distance of the given one. If words contain the given one, that one is visited instead of them, at no
    /// distance.
    /// </summary>
    public void Visit(string word, int most, Action<string, int> visit)
    {
        if (IsPart(word)) visit(word, 0);
        if (word.Length > EditDistance.Longest) return;
        var letters = LettersOf(word);
        for (var length = Math.Max(1, word.Length - most); length <= Math.Min(EditDistance.Longest, word.Length + most); length++)
        {
            for (var index = _ofLength[length]; index < _ofLength[length + 1]; index++)
            {
                // One edit adds a letter, takes one away, or both.
                if (BitOperations.PopCount(letters ^ _letters[index]) > 2 * most) continue;
                var other = _words[_numbers[index]].Slice(_firsts[index], length);
                if (EditDistance.Between(word, other, most) is { } distance && !other.Contains(word, StringComparison.Ordinal)) visit(other.ToString(), distance);
            }
        }
    }

    private bool IsPart(string word)
    {
        var holding = _words.Next(word, 0);
        while (holding >= 0 && !IsMeasured(PartOf(_words[holding]))) holding = _words.Next(word, holding + 1);
        return holding >= 0;
    }

    /// <summary>A word without the marks at its ends.</summary>
    private static Range PartOf(ReadOnlySpan<char> word)
    {
        var (first, last) = (0, word.Length);
        while (first < last && IsMark(word[first])) first++;
        while (first < last && IsMark(word[last - 1])) last--;
        return first..last;
    }

    private static int LengthOf(Range part) => part.End.Value - part.Start.Value;

    private static bool IsMeasured(Range part) => LengthOf(part) is > 0 and <= EditDistance.Longest;

    private static bool IsMark(char character) => !char.IsLetterOrDigit(character) && !char.IsSurrogate(character);

    /// <summary>A bit for each letter that the word has. Different letters may share a bit.</summary>
    private static ulong LettersOf(ReadOnlySpan<char> word)
    {
        var letters = 0UL;
        // The factor spreads letters that are neighbours, of any script, over all bits.
        foreach (var letter in word) letters |= 1UL << (int)((letter * 2_654_435_769u) >> 26);
        return letters;
    }
}
