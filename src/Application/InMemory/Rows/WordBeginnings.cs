namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// The words of names in the order of their letters, to find the words that begin with a term. A word with marks in it stands here several
/// times: <c>light-year</c> also begins with <c>year</c>.
/// </summary>
internal sealed class WordBeginnings
{
    private readonly NameWords _words;

    // The words, and how many letters of them are left out.
    private readonly (int Word, int Skipped)[] _sorted;

    public WordBeginnings(NameWords words)
    {
        _words = words;
        var found = new List<(int Word, int Skipped)>(words.Count);
        for (var word = 0; word < words.Count; word++)
        {
            var text = words[word];
            for (var at = 0; at < text.Length; at++)
            {
                if (IsBeginning(text, at)) found.Add((word, at));
            }
        }

        _sorted = [.. found];
        Array.Sort(_sorted, (one, other) => words[one.Word][one.Skipped..].SequenceCompareTo(words[other.Word][other.Skipped..]));
    }

    /// <summary>Whether a word begins there: behind no letter and no digit.</summary>
    public static bool IsBeginning(ReadOnlySpan<char> text, int at) => at == 0 || !char.IsLetterOrDigit(text[at - 1]);

    /// <summary>The names in which a term begins a word, and those of them that it begins, a bit for each code; null where there are none.</summary>
    /// <param name="term">A part of a name without a space, in the form that is compared.</param>
    public (ulong[] Words, ulong[] Names)? Of(ReadOnlySpan<char> term)
    {
        (ulong[] Words, ulong[] Names)? found = null;
        for (var at = FirstFrom(term); at < _sorted.Length && this[at].StartsWith(term); at++)
        {
            var (word, skipped) = _sorted[at];
            var (words, names) = found ??= (_words.Room(), _words.Room());
            _words.Mark(word, words);
            if (skipped == 0) _words.MarkBeginning(word, names);
        }

        return found;
    }

    private ReadOnlySpan<char> this[int at] => _words[_sorted[at].Word][_sorted[at].Skipped..];

    /// <summary>The first place whose letters are not before those of the term.</summary>
    private int FirstFrom(ReadOnlySpan<char> term)
    {
        var (first, end) = (0, _sorted.Length);
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (this[middle].SequenceCompareTo(term) < 0) first = middle + 1;
            else end = middle;
        }

        return first;
    }
}
