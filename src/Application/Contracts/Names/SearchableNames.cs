using HangarBay.Domain.Catalogue;

namespace HangarBay.Application.Contracts.Names;

/// <summary>
/// The types' names in one language as one text, a line each: looking through all of them is then one call that compares many
/// characters at once. Some 26,000 names take a megabyte and a half.
/// </summary>
internal sealed class SearchableNames
{
    private const char Between = '\n';

    private readonly TypeId[] _types;
    private readonly int[] _ends;
    private readonly string _text;

    public SearchableNames(IReadOnlyCollection<TypeName> names)
    {
        _types = [.. names.Select(name => name.Id)];
        _ends = new int[names.Count];
        _text = string.Join(Between, names.Select(name => name.Text));
        var (end, index) = (-1, 0);
        foreach (var name in names) _ends[index++] = end += name.Text!.Length + 1;
    }

    /// <summary>Those whose name holds every term. No term holds a control character (B3), so none reaches into the next name.</summary>
    public IEnumerable<TypeId> Holding(IReadOnlyList<string> terms)
    {
        // The longest is in the fewest names.
        var rarest = terms.MaxBy(term => term.Length)!;
        for (var at = 0; (at = _text.IndexOf(rarest, at, StringComparison.Ordinal)) >= 0;)
        {
            var found = Array.BinarySearch(_ends, at);
            var index = found < 0 ? ~found : found;
            var name = _text.AsMemory((index == 0 ? 0 : _ends[index - 1] + 1).._ends[index]);
            if (terms.All(term => name.Span.Contains(term, StringComparison.Ordinal))) yield return _types[index];
            at = Math.Min(_ends[index] + 1, _text.Length);
        }
    }
}
