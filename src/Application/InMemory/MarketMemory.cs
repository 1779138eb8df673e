using HangarBay.Application.InMemory.Following;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.InMemory;

/// <summary>
/// The only class that changes the market in memory, for one caller at a time. Changes are appended. <see cref="Publish"/> makes a state of
/// them for readers, who never see a partial change. The cost depends on the size of the change, not of the market.
/// </summary>
internal sealed class MarketMemory
{
    private readonly Dictionaries _dictionaries = new();
    private readonly SearchableTexts _titles = new();
    private readonly Dictionary<long, RowAt> _rowsById = [];
    private readonly List<ContractBlock> _blocks = [];

    // The live rows of each block. An array is copied before its first change after it was published.
    private readonly List<ulong[]> _alive = [];
    private readonly HashSet<int> _own = [];

    private readonly Stack<int> _emptied = [];
    private readonly StagedLines _staged = new();
    private readonly RowDigest _digests = new();
    private ulong _digest;
    private int _appending;
    private bool _haveTypesChanged = true;
    private bool _havePlacesChanged = true;
    private LiveMarket? _last;

    /// <summary>Number of open contracts.</summary>
    public int Count => _rowsById.Count;

    public Known<CharacterId, Character> Characters => _dictionaries.Characters;

    public Known<CorporationId, Corporation> Corporations => _dictionaries.Corporations;

    /// <summary>
    /// Number of contracts that were put since this memory was made. Dictionaries keep the values of replaced contracts; only a full load
    /// into a new memory removes them.
    /// </summary>
    public long Puts { get; private set; }

    /// <summary>Adds a line of a contract that will be put next. The lines of one contract must come together.</summary>
    public void Stage(in LiveLine line) => _staged.Add(line.ContractId.Value, _dictionaries.KindOf(line), line.Quantity);

    /// <summary>Stores an open contract as it is now, with the lines that were staged for it.</summary>
    public void Put(Contract contract)
    {
        Remove(contract.Id);
        var lines = _staged.Of(contract.Id.Value);
        var kinds = new LineKind[lines.Length];
        for (var line = 0; line < lines.Length; line++) kinds[line] = _dictionaries.Lines[lines[line]];
        var quantities = _staged.QuantitiesOf(contract.Id.Value);
        var goods = GoodsOf(kinds, quantities, contract.PriceNow);
        var block = BlockFor(lines.Length);
        var at = _blocks[block].Add(contract, goods, lines, quantities, _dictionaries);
        Live(block, at, contract.Id.Value);
        Puts++;

        _blocks[block].Digest[at] = _digests.Of(contract.Id, contract.Visible, goods, kinds, type => _dictionaries.Types.IdOf(type).Value);
        _digest += _blocks[block].Digest[at];
    }

    /// <summary>Removes a contract that is no longer open.</summary>
    public void Remove(ContractId contract)
    {
        if (!_rowsById.Remove(contract.Value, out var row)) return;
        AliveOf(row.Block)[row.At / 64] &= ~(1UL << (row.At % 64));
        _digest -= _blocks[row.Block].Digest[row.At];
    }

    public void Name(ItemType type)
    {
        _dictionaries.Name(type);
        _haveTypesChanged = true;
    }

    public void Name(ItemGroup group) => _dictionaries.Groups.Set(group.Id, group);

    public void Name(ItemCategory category) => _dictionaries.Categories.Set(category.Id, category);

    public void Name(Region region) => _dictionaries.Regions.Set(region.Id, region);

    public void Name(SolarSystem system)
    {
        _dictionaries.Systems.Set(system.Id, system);
        _havePlacesChanged = true;
    }

    public void Name(Location place)
    {
        _dictionaries.Places.Set(place.Id, place);
        _havePlacesChanged = true;
    }

    /// <summary>Keeps the row only if contracts mention its id.</summary>
    public void Name(Character character)
    {
        if (_dictionaries.Characters.Mentions(character.Id)) _dictionaries.Characters.Set(character.Id, character);
    }

    /// <inheritdoc cref="Name(Character)"/>
    public void Name(Corporation corporation)
    {
        if (_dictionaries.Corporations.Mentions(corporation.Id)) _dictionaries.Corporations.Set(corporation.Id, corporation);
    }

    /// <summary>The last state that was published.</summary>
    public LiveMarket Last => _last ?? throw new InvalidOperationException("Nothing was published yet.");

    /// <summary>The row of a contract; null if it is not open.</summary>
    public RowAt? Find(ContractId contract) => _rowsById.TryGetValue(contract.Value, out var row) ? row : null;

    /// <summary>The open contracts with ids above <paramref name="above"/> and up to <paramref name="upTo"/>, ordered by id.</summary>
    public IReadOnlyList<ContractId> Between(long above, long upTo) =>
        [.. _rowsById.Keys.Where(id => id > above && id <= upTo).Order().Select(id => new ContractId(id))];

    /// <summary>The codes of the lines' kinds, for comparing a contract in memory with its stored lines.</summary>
    public IReadOnlySet<int> KindsOf(IEnumerable<LiveLine> lines) =>
        lines.Select(line => _dictionaries.KindOf(line)).ToHashSet();

    /// <summary>Makes a state for readers of everything that was put, removed and named so far.</summary>
    public LiveMarket Publish(MarketVersion version, string? source, IReadOnlyList<TriedRegion> tried)
    {
        Compact();
        _staged.Clear();
        while (_titles.Count < _dictionaries.Titles.Count) _titles.Add(SearchText.Normalise(_dictionaries.Titles[_titles.Count]));
        _own.Clear();
        var dictionaries = _dictionaries.Publish();
        var places = _last?.Places;
        if (_havePlacesChanged || dictionaries.Places.Count != _last!.Dictionaries.Places.Count)
            places = new(() => new PlaceFacts(dictionaries.Places, dictionaries.Systems));
        var ships = _last?.ShipOrder;
        if (dictionaries.ShipNames.Count != _last?.Dictionaries.ShipNames.Count) ships = new(() => new ShipOrder(dictionaries.ShipNames));
        var types = _haveTypesChanged ? new TypeNames(dictionaries.Types) : _last!.TypeNames;
        _last = new LiveMarket
        {
            Version = version,
            Source = source,
            Tried = tried,
            Blocks = [.. _blocks.Select((block, index) => new BlockView(block, _alive[index], IsComplete: index != _appending))],
            Dictionaries = dictionaries,
            Titles = _titles.Publish(),
            TypeNames = types,
            Names = new MarketNames(dictionaries, types.Texts, _last?.Names),
            ShipOrder = ships!,
            Places = places!,
            Count = _rowsById.Count,
            Digest = _digest,
        };
        (_haveTypesChanged, _havePlacesChanged) = (false, false);
        return _last;
    }

    private ContractGoods GoodsOf(ReadOnlySpan<LineKind> kinds, ReadOnlySpan<long> quantities, Isk? price)
    {
        if (kinds.IsEmpty) return default;
        var lines = new LotLine[kinds.Length];
        for (var line = 0; line < lines.Length; line++) lines[line] = kinds[line].InLot(_dictionaries.Types.IdOf(kinds[line].Type), quantities[line]);
        return ContractGoods.Of(lines, price);
    }

    /// <summary>The block for the next row: the one that took the last row, or an empty one if that is full.</summary>
    private int BlockFor(int lines)
    {
        if (_blocks.Count > 0 && _blocks[_appending].Takes(lines)) return _appending;
        if (_emptied.TryPop(out _appending))
        {
            (_blocks[_appending], _alive[_appending]) = (new ContractBlock(), new ulong[ContractBlock.Words]);
        }
        else
        {
            _appending = _blocks.Count;
            _blocks.Add(new ContractBlock());
            _alive.Add(new ulong[ContractBlock.Words]);
        }

        _own.Add(_appending);
        return _appending;
    }

    private void Live(int block, int at, long id)
    {
        AliveOf(block)[at / 64] |= 1UL << (at % 64);
        _rowsById[id] = new RowAt(block, at);
    }

    private ulong[] AliveOf(int block)
    {
        if (_own.Add(block)) _alive[block] = [.. _alive[block]];
        return _alive[block];
    }

    /// <summary>
    /// Moves the rows of each full block with less than half of its rows alive into other blocks. So at most half of the memory is wasted,
    /// and each row moves seldom.
    /// </summary>
    private void Compact()
    {
        for (var block = 0; block < _blocks.Count; block++)
        {
            var full = _blocks[block];
            if (block == _appending || full.Count == 0 || Bits.Count(_alive[block]) * 2 >= full.Count) continue;
            foreach (var at in Bits.Of(_alive[block]))
            {
                var target = BlockFor(full.LineCount[at]);
                Live(target, _blocks[target].Add(full, at), full.Id[at]);
            }

            (_blocks[block], _alive[block]) = (ContractBlock.Nothing, new ulong[ContractBlock.Words]);
            _emptied.Push(block);
        }
    }
}
