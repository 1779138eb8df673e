using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.Market;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.FindingNames;

/// <summary>
/// How many live contracts offer each type, group and category, start in each place, and were issued by each character. Each number is the
/// total of a list with that value as its only filter. Callers name things by the codes of their rows.
/// </summary>
internal sealed class NameTally
{
    private readonly PublishedDictionaries _known;
    private readonly Dictionary<int, int> _types;
    private readonly Dictionary<int, int> _groups;
    private readonly Dictionary<int, int> _categories;
    private readonly Dictionary<SystemId, int> _systems = [];
    private readonly int[] _places;
    private readonly int[] _regions;
    private readonly int[] _characters;

    public NameTally(MarketView view)
    {
        _known = view.Market.Dictionaries;
        using var live = RowSet.Live(view.Market, view.Instant, CancellationToken.None);
        var offered = _known.Kinds.OfferedBits;
        using (var lines = new LineTally(_known))
        {
            lines.Count(live, offered, offered, offered);
            (_types, _groups, _categories) = (lines.ByType(), lines.ByGroup(), lines.ByCategory());
        }

        (_places, _regions, _characters) = (new int[_known.Places.Count], new int[_known.Regions.Count], new int[_known.Characters.Count]);
        live.ForEachBlock((block, index) =>
        {
            foreach (var at in Bits.Of(live.Of(index)))
            {
                if (block.Start[at] >= 0) _places[block.Start[at]]++;
                _regions[block.Region[at]]++;
                _characters[block.Issuer[at]]++;
            }
        });
        var systems = view.Market.Places.Value.Systems;
        for (var place = 0; place < _places.Length; place++)
        {
            if (systems[place] is { } system) _systems[system] = _systems.GetValueOrDefault(system) + _places[place];
        }
    }

    public int OfType(int code) => _types.GetValueOrDefault(_known.Types[code].Value);

    public int OfGroup(int code) => _groups.GetValueOrDefault(_known.Groups[code].Value);

    public int OfCategory(int code) => _categories.GetValueOrDefault(_known.Categories[code].Value);

    public int OfSystem(int code) => _systems.GetValueOrDefault(_known.Systems[code]);

    public int OfPlace(int code) => _places[code];

    public int OfRegion(int code) => _regions[code];

    public int OfCharacter(int code) => _characters[code];
}
