using System.Collections.Concurrent;
using HangarBay.Application.Contracts.GetMarketStamp;
using HangarBay.Application.Contracts.GetTaxonomy;
using HangarBay.Application.Contracts.Names;
using HangarBay.Domain;

namespace HangarBay.Application.Contracts.Market;

/// <summary>What all requests share of the market, kept for as long as its stamp stands: at most a minute, and not past the next commit of a sweep.</summary>
internal sealed class MarketCache
{
    private KeptMarket _latest = new(MarketStamp.Never);

    /// <summary>
    /// Who still asks by a stamp that has passed keeps nothing for others. Nothing is kept before the first commit: until then
    /// no version tells of a change.
    /// </summary>
    public KeptMarket At(MarketStamp stamp)
    {
        var latest = Volatile.Read(ref _latest);
        if (latest.Stamp.IsSameAs(stamp)) return latest;

        var fresh = new KeptMarket(stamp);
        if (stamp.Contracts > 0 && stamp.IsAfter(latest.Stamp)) Interlocked.CompareExchange(ref _latest, fresh, latest);
        return fresh;
    }
}

/// <summary>
/// One stamp's. Read when first asked for, and by nobody again; two who ask first at once may both read it. Null: nobody asked yet.
/// </summary>
internal sealed class KeptMarket(MarketStamp stamp)
{
    public MarketStamp Stamp => stamp;

    public NamesKept Names { get; } = new();

    public ConcurrentDictionary<Language, MarketView> Views { get; } = [];

    public ConcurrentDictionary<Language, Taxonomy> Taxonomies { get; } = [];

    public IReadOnlyList<LiveCount>? LiveCounts { get; set; }

    public TypeNamesVersion? TypeNames { get; set; }
}
