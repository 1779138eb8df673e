namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// Texts in the form that is searched, one after another in long blocks, each on a line of its own. So a search through all texts compares
/// many characters at once. One writer adds texts; readers search them.
/// </summary>
internal sealed class SearchableTexts
{
    private const int BlockSize = 16 * 1024;
    private const char Between = '\n';

    private readonly Growing<char[]> _blocks = new();
    private readonly Growing<int> _starts = new();
    private int _end;

    public int Count => _starts.Count;

    /// <summary>Adds the text of the next code. It has no line break and is far shorter than a block. Null is never found.</summary>
    public void Add(string? text)
    {
        var length = (text?.Length ?? 0) + 1;
        if (_end + length > _blocks.Count * BlockSize) _end = _blocks.Add(new char[BlockSize]) * BlockSize;
        var to = _blocks[_end / BlockSize].AsSpan(_end % BlockSize, length);
        text?.CopyTo(to);
        to[^1] = Between;
        _starts.Add(_end);
        _end += length;
    }

    /// <summary>Receives a text that was found, with its code.</summary>
    public delegate void FoundText(int code, ReadOnlySpan<char> text);

    public PublishedTexts Publish() => new(_blocks.Publish(), _starts.Publish());

    /// <summary>The contents of <see cref="SearchableTexts"/> when they were published.</summary>
    internal sealed class PublishedTexts(Grown<char[]> blocks, Grown<int> starts)
    {
        public int Count => starts.Count;

        /// <summary>The text of a code; empty where it is absent.</summary>
        public ReadOnlySpan<char> this[int code] => LineFrom(starts[code]);

        /// <summary>For each code, whether its text contains every term. Terms have no line breaks.</summary>
        public bool[] Holding(IReadOnlyList<string> terms)
        {
            var found = new bool[starts.Count];
            Visit(terms, (code, _) => found[code] = true);
            return found;
        }

        /// <summary>Visits each text that contains every term, the lowest code first. Terms have no line breaks.</summary>
        public void Visit(IReadOnlyList<string> terms, FoundText visit)
        {
            // The longest term is probably in the fewest texts.
            var rarest = terms.MaxBy(term => term.Length)!;
            for (var block = 0; block < blocks.Count; block++) Search(block, rarest, terms, visit);
        }

        /// <summary>Visits every text, the lowest code first. Texts that are absent are visited as empty ones.</summary>
        public void VisitAll(FoundText visit)
        {
            for (var code = 0; code < starts.Count; code++) visit(code, this[code]);
        }

        private ReadOnlySpan<char> LineFrom(int start)
        {
            var line = blocks[start / BlockSize].AsSpan(start % BlockSize);
            return line[..line.IndexOf(Between)];
        }

        private void Search(int block, string rarest, IReadOnlyList<string> terms, FoundText visit)
        {
            ReadOnlySpan<char> text = blocks[block];
            for (int at = 0, code = 0, next; (next = text[at..].IndexOf(rarest, StringComparison.Ordinal)) >= 0;)
            {
                code = CodeAt((block * BlockSize) + at + next, code);
                var line = LineFrom(starts[code]);
                var end = (starts[code] % BlockSize) + line.Length + 1;
                // The match is after the last published text of the block.
                if (at + next >= end) return;
                if (terms.Count == 1 || HoldsAll(line, terms)) visit(code, line);
                at = end;
            }
        }

        private static bool HoldsAll(ReadOnlySpan<char> line, IReadOnlyList<string> terms)
        {
            foreach (var term in terms)
            {
                if (!line.Contains(term, StringComparison.Ordinal)) return false;
            }

            return true;
        }

        /// <summary>
        /// The code of the last text that starts at the place or before it. It is at <paramref name="low"/> or after it, and often near.
        /// </summary>
        private int CodeAt(int place, int low)
        {
            var step = 1;
            for (; low + step < starts.Count && starts[low + step] <= place; step *= 2) low += step;
            var high = Math.Min(low + step, starts.Count) - 1;
            while (low < high)
            {
                var middle = (low + high + 1) / 2;
                if (starts[middle] <= place) low = middle;
                else high = middle - 1;
            }

            return low;
        }
    }
}
