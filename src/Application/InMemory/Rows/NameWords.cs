namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// The words of some names, each different part between spaces once, with the names that have it. Names share their words, so a text is
/// looked for in far fewer letters than the names have.
/// </summary>
internal sealed class NameWords
{
    private const char Between = '\n';

    private readonly int _count;

    // The words, one after another, each on a line of its own. The first stands after an empty line.
    private readonly char[] _text;

    // Where each word starts in the text, and the end.
    private readonly int[] _starts;

    // Where the names of each word start among all names of words, and the end.
    private readonly int[] _ofWord;

    // The codes of names, doubled; plus one where the word begins the name.
    private readonly int[] _names;

    public NameWords(SearchableTexts.PublishedTexts texts)
    {
        _count = texts.Count;
        var (numbers, found) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<(int Word, int Name)>());
        var known = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        texts.VisitAll((code, text) =>
        {
            foreach (var range in text.Split(' '))
            {
                var word = text[range];
                if (word.IsEmpty) continue;
                if (!known.TryGetValue(word, out var number)) known[word] = number = numbers.Count;
                found.Add((number, (code * 2) + (range.Start.Value == 0 ? 1 : 0)));
            }
        });

        (_text, _starts) = Join([.. numbers.OrderBy(word => word.Value).Select(word => word.Key)]);
        (_ofWord, _names) = Sort(found, numbers.Count);
    }

    /// <summary>How many words there are.</summary>
    public int Count => _starts.Length - 1;

    public ReadOnlySpan<char> this[int word] => _text.AsSpan(_starts[word]..(_starts[word + 1] - 1));

    /// <summary>An empty set of names.</summary>
    public ulong[] Room() => Bits.Room(_count);

    /// <summary>The names that hold a term, a bit for each code; null where there are none.</summary>
    /// <param name="term">A part of a name without a space, in the form that is compared.</param>
    public ulong[]? Holding(ReadOnlySpan<char> term)
    {
        ulong[]? found = null;
        for (var word = Next(term, 0); word >= 0; word = Next(term, word + 1)) Mark(word, found ??= Room());
        return found;
    }

    /// <summary>Adds the names that have a word to a set.</summary>
    public void Mark(int word, ulong[] names)
    {
        for (var at = _ofWord[word]; at < _ofWord[word + 1]; at++) names[_names[at] >> 7] |= 1UL << (_names[at] >> 1);
    }

    /// <summary>Adds the names that begin with a word to a set.</summary>
    public void MarkBeginning(int word, ulong[] names)
    {
        for (var at = _ofWord[word]; at < _ofWord[word + 1]; at++)
        {
            if ((_names[at] & 1) == 1) Bits.Set(names, _names[at] >> 1);
        }
    }

    /// <summary>The first word from a number on that holds a term; below zero where there is none.</summary>
    public int Next(ReadOnlySpan<char> term, int word)
    {
        if (word >= Count) return -1;
        var at = _text.AsSpan(_starts[word]).IndexOf(term);
        return at < 0 ? -1 : WordAt(_starts[word] + at, word);
    }

    /// <summary>The last word that starts at the place or before it. It is the given one or a later one, and often near.</summary>
    private int WordAt(int place, int word)
    {
        var step = 1;
        for (; word + step < Count && _starts[word + step] <= place; step *= 2) word += step;
        var last = Math.Min(word + step, Count) - 1;
        while (word < last)
        {
            var middle = (word + last + 1) / 2;
            if (_starts[middle] <= place) word = middle;
            else last = middle - 1;
        }

        return word;
    }

    private static (char[] Text, int[] Starts) Join(IReadOnlyList<string> words)
    {
        var (text, starts) = (new char[1 + words.Sum(word => word.Length + 1)], new int[words.Count + 1]);
        text.AsSpan().Fill(Between);
        starts[0] = 1;
        for (var word = 0; word < words.Count; word++)
        {
            words[word].CopyTo(text.AsSpan(starts[word]));
            starts[word + 1] = starts[word] + words[word].Length + 1;
        }

        return (text, starts);
    }

    /// <summary>The names of all words, those of one word after those of another.</summary>
    private static (int[] OfWord, int[] Names) Sort(List<(int Word, int Name)> found, int words)
    {
        var (ofWord, names) = (new int[words + 1], new int[found.Count]);
        foreach (var (word, _) in found) ofWord[word + 1]++;
        for (var word = 0; word < words; word++) ofWord[word + 1] += ofWord[word];
        var free = ofWord.AsSpan().ToArray();
        foreach (var (word, name) in found) names[free[word]++] = name;
        return (ofWord, names);
    }
}
