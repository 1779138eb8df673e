using HangarBay.Application.Contracts.Names;
using HangarBay.Application.InMemory;
using HangarBay.Domain;

namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <summary>Finds the item for which a row is listed, where neither its headline nor its title shows it.</summary>
internal sealed class RowReasons
{
    private readonly LiveMarket _market;
    private readonly NameBook _names;

    // One bit for each kind of line that meets the question; null where the question does not ask for items.
    private readonly ulong[]? _kinds;
    private readonly IReadOnlyList<string> _terms;

    public RowReasons(BrowseContracts query, LiveMarket market, NameBook names)
    {
        (_market, _names) = (market, names);
        _terms = query.Search is { } search ? SearchTerms.Of(search) : [];
        if (!query.Explains || (_terms.Count == 0 && !query.AsksOneLine())) return;
        var types = _terms.Count == 0 ? null : market.TypeNames.Holding(_terms, query.Lang);
        foreach (var part in AskedPart.Of(query))
        {
            var lines = LineQuestion.For(query, market, part.Lines);
            if (types is not null) lines.OfTypes(types);
            _kinds ??= new ulong[lines.Kinds.Length];
            for (var word = 0; word < _kinds.Length; word++) _kinds[word] |= lines.Kinds[word];
        }
    }

    /// <summary>Null where the row shows already why it is listed, or where no items are asked for.</summary>
    public ContainedItem? Of(RowAt row, string title)
    {
        if (_kinds is null || (_terms.Count > 0 && IsInTitle(title))) return null;
        var block = _market.Blocks[row.Block].Block;
        var types = _market.Dictionaries.Kinds.Types;
        var kinds = block.LinesOf(row.At);
        var quantities = block.QuantitiesOf(row.At);
        var (first, sum) = (-1, 0L);
        for (var line = 0; line < kinds.Length; line++)
        {
            var kind = kinds[line];
            if ((_kinds[kind / 64] & (1UL << (kind % 64))) == 0) continue;
            var type = types[kind];
            if (type == block.HeadlineType[row.At]) return null;
            if (first < 0) first = type;
            if (type == first) sum += Math.Min(quantities[line], long.MaxValue - sum);
        }

        return first >= 0 && _names.NameOf(_names.Type(_market.Dictionaries.Types[first])) is { } name ? new ContainedItem(name, sum) : null;
    }

    private bool IsInTitle(string title)
    {
        var normal = SearchText.Normalise(title);
        return _terms.All(term => normal.Contains(term, StringComparison.Ordinal));
    }
}
