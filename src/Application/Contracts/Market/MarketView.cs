using System.Collections.Concurrent;
using HangarBay.Application.Contracts.FindingNames;
using HangarBay.Application.Contracts.GettingTaxonomy;
using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.Market;

/// <summary>One state of the market at one market instant (B1). What many requests need is computed once.</summary>
internal sealed class MarketView
{
    private readonly ConcurrentDictionary<Language, MarketCoverage> _coverage = [];
    private readonly Dictionary<RegionId, DateTimeOffset> _asOf;
    private readonly Lazy<IReadOnlyList<LiveCount>> _counts;
    private readonly Lazy<ulong[]> _offered;
    private readonly Lazy<NameTally> _nameTally;

    public MarketView(LiveMarket market, DateTimeOffset instant)
    {
        (Market, Instant) = (market, instant);
        _asOf = market.Tried.Where(region => region.AsOf is not null).ToDictionary(region => region.RegionId, region => region.AsOf!.Value);
        _counts = new(CountLive);
        _offered = new(FindOffered);
        _nameTally = new(() => new NameTally(this));
    }

    public LiveMarket Market { get; }

    /// <summary>The moment requests are judged at.</summary>
    public DateTimeOffset Instant { get; }

    /// <summary>How many contracts are live, by region and segment.</summary>
    public IReadOnlyList<LiveCount> Counts => _counts.Value;

    /// <summary>One bit for each kind of line, set where a live contract offers such a line.</summary>
    public ulong[] Offered => _offered.Value;

    /// <summary>How many live contracts each thing with a name has.</summary>
    public NameTally NameTally => _nameTally.Value;

    /// <summary>When the region's last good sweep was; null where there was none.</summary>
    public DateTimeOffset? LastGoodSweepOf(RegionId region) => _asOf.TryGetValue(region, out var asOf) ? asOf : null;

    /// <summary>The taxonomy by language, made by the first question in that language.</summary>
    public ConcurrentDictionary<Language, Taxonomy> Taxonomies { get; } = [];

    public MarketCoverage CoverageIn(Language language) => _coverage.GetOrAdd(language, static (language, view) => view.Cover(language), this);

    private MarketCoverage Cover(Language language)
    {
        var ids = _asOf.Keys.Order().ToList();
        return new MarketCoverage(
            Market.Source,
            [.. ids.Select(id => id.Value)],
            _asOf.Count == 0 ? null : _asOf.Values.Max(),
            [.. ids.Select(id => new CoveredRegion(id.Value, Market.Dictionaries.Regions.Find(id)?.Name.In(language), _asOf[id]))])
        {
            RegionsTried = Market.Tried.Count,
        };
    }

    private List<LiveCount> CountLive()
    {
        var regions = Market.Dictionaries.Regions;
        var counts = new int[regions.Count * SegmentCode.Count];
        using var live = RowSet.Live(Market, Instant, CancellationToken.None);
        live.ForEachBlock((block, index) =>
        {
            foreach (var at in Bits.Of(live.Of(index))) counts[(block.Region[at] * SegmentCode.Count) + block.Segment[at]]++;
        });
        return
        [
            .. counts.Index().Where(count => count.Item > 0).Select(count =>
                new LiveCount(regions[count.Index / SegmentCode.Count], SegmentCode.Read(count.Index % SegmentCode.Count), count.Item)),
        ];
    }

    private ulong[] FindOffered()
    {
        var found = Bits.Room(Market.Dictionaries.Lines.Count);
        using var live = RowSet.Live(Market, Instant, CancellationToken.None);
        live.ForEachBlock((block, index) =>
        {
            foreach (var at in Bits.Of(live.Of(index)))
            {
                foreach (var kind in block.LinesOf(at)) found[kind >> 6] |= 1UL << kind;
            }
        });
        var offered = Market.Dictionaries.Kinds.OfferedBits;
        for (var word = 0; word < found.Length; word++) found[word] &= offered[word];
        return found;
    }
}

/// <summary>How many contracts of a region are live and in one segment.</summary>
internal sealed record LiveCount(RegionId RegionId, Segment Segment, int Count);
