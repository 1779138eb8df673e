using System.Collections.Frozen;
using HangarBay.EsiSandbox.Engine.Facts;
using HangarBay.EsiSandbox.Engine.Market;

namespace HangarBay.EsiSandbox.Engine.Recorded;

/// <summary>
/// Replays a recording with its real terms, places and types. Items are as recorded; where none were, they are invented from real types.
/// </summary>
internal sealed class RecordedSource : IContractSource
{
    /// <summary>The volume of a single blueprint in m³; hardly anything else has it.</summary>
    private const double BlueprintVolume = 0.01;

    private const long FirstStructure = 1_000_000_000_000;

    private readonly FrozenDictionary<long, ContractTerms> _contracts;
    private readonly ILookup<int, ContractTerms> _byRegion;
    private readonly Dictionary<long, IReadOnlyList<Line>> _lines;
    private readonly Dictionary<long, (string Category, string Name)> _names = [];
    private readonly GoodsMaker _goods;
    private readonly long _seed;

    public RecordedSource(SandboxOptions options, Catalogue catalogue, GoodsMaker goods, DateTimeOffset start)
    {
        var contracts = RecordedPages.Read(options.RecordedDirectory!, start.AddTicks(-(start.Ticks % TimeSpan.TicksPerSecond)));
        _contracts = contracts.ToFrozenDictionary(c => c.Id);
        _byRegion = contracts.ToLookup(c => c.RegionId);
        _lines = RecordedLines.Read(options.RecordedDirectory!);
        _goods = goods;
        _seed = options.Seed;
        Regions = [.. catalogue.Regions.Keys.Order()];
        foreach (var contract in contracts)
        {
            _names.TryAdd(contract.IssuerId, ("character", People.CharacterName(_names.Count)));
            _names.TryAdd(contract.CorporationId, ("corporation", People.CorporationName(_names.Count)));
        }
    }

    public string Identity => "recorded";

    public IReadOnlyList<int> Regions { get; }

    public IEnumerable<long> Live(int region, DateTimeOffset instant) => _byRegion[region].Where(c => instant < c.Ends).Select(c => c.Id);

    public ContractTerms? Find(long id) => _contracts.GetValueOrDefault(id);

    public IEnumerable<(long Id, int Region)> Structures =>
        _contracts.Values.Where(c => c.Start > FirstStructure).Select(c => (c.Start, c.RegionId)).Distinct().OrderBy(s => s.Start);

    public IReadOnlyList<Line> Lines(ContractTerms contract) =>
        _lines.TryGetValue(contract.Id, out var recorded) ? recorded
        : contract.IsCourier ? []
        : _goods.Make(contract.Id, auction: true, kind: Kind(contract)).Lines;

    public IReadOnlyList<Bid> Bids(ContractTerms contract) => InventedBids.On(contract, _seed);

    public (string Category, string Name)? NameOf(long id) => _names.TryGetValue(id, out var name) ? name : null;

    /// <summary>The kind of goods that the terms show; null: drawn at random.</summary>
    private static GoodsKind? Kind(ContractTerms contract) =>
        contract is { IsAuction: false, Reward: > 0 } ? GoodsKind.Wanted
        : contract.Volume == BlueprintVolume ? GoodsKind.BlueprintCopy
        : null;
}
