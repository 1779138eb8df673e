using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain;

namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>
/// What a question asks of contracts, made ready for one state of the market: every filter but two, segment and ships, which
/// <see cref="SegmentTally"/> lifts for its counts (B10).
/// </summary>
internal sealed class Conditions(BrowseContracts query, LiveMarket market)
{
    private PublishedDictionaries Known => market.Dictionaries;

    /// <summary>Takes out what does not meet them.</summary>
    public RowSet Keep(RowSet rows)
    {
        KeepAllButLines(rows);
        if (LineQuestion.Of(query, market) is { } asked) rows.Keep(new LineFilter(asked.Kinds));
        return rows;
    }

    /// <summary>The same, but for what one line has to meet (B4). What is cheap to ask comes first.</summary>
    public RowSet KeepAllButLines(RowSet rows)
    {
        foreach (var filter in OfContracts()) rows.Keep(filter);
        return query.Search is { } search ? rows.Keep(Mentioning(SearchTerms.Of(search))) : rows;
    }

    /// <summary>Those that only their unknown system keeps out (B6), among rows that were asked for no system.</summary>
    public static RowSet KeepUnknownSystems(RowSet rows)
    {
        var isKnown = Array.ConvertAll(rows.Market.Places.Value.Systems, system => system is not null);
        return rows.Keep(new NotFilter(new CodeFilter(block => block.Start, isKnown)));
    }

    private IEnumerable<IRowFilter> OfContracts()
    {
        if (query.RegionIds is { Count: > 0 } regions) yield return new CodeFilter(block => block.Region, Wanted(Known.Regions, regions));
        if (query.StationIds is { Count: > 0 } stations) yield return new CodeFilter(block => block.Start, Wanted(Known.Places, stations));
        if (query.SystemIds is { Count: > 0 } systems)
        {
            var wanted = systems.ToHashSet();
            yield return new CodeFilter(block => block.Start, Array.ConvertAll(market.Places.Value.Systems, system => system is { } id && wanted.Contains(id)));
        }

        if (query.Security is { Count: > 0 } bands)
            yield return new CodeFilter(block => block.Start, Array.ConvertAll(market.Places.Value.Bands, band => band is { } known && bands.Contains(known)));
        if (AmountsOf(block => block.PriceNow, query.MinPrice, query.MaxPrice) is { } price) yield return price;
        if (AmountsOf(block => block.Collateral, query.MinCollateral, query.MaxCollateral) is { } collateral) yield return collateral;
        if (AmountsOf(block => block.Reward, query.MinReward, query.MaxReward) is { } reward) yield return reward;
        if (query.IsBpc is { } isBpc) yield return new FlagFilter(RowFlags.Copies, isBpc);
    }

    /// <summary>Every term in the title, or every term in the name of one offered item (B3).</summary>
    private IRowFilter Mentioning(IReadOnlyList<string> terms)
    {
        var titled = new CodeFilter(block => block.Title, market.Titles.Holding(terms));
        var types = market.TypeNames.Holding(terms, query.Lang);
        return types.Count == 0
            ? titled
            : new EitherFilter(titled, new LineFilter(new LineQuestion(Known).AnyOf(Wanted(Known.Types, types)).Kinds));
    }

    private static RangeFilter? AmountsOf(Func<ContractBlock, long[]> column, decimal? lowest, decimal? highest) => lowest is null && highest is null
        ? null
        : new RangeFilter(column, lowest is { } least ? Isk.Of(least).Hundredths : 0, highest is { } most ? Isk.Of(most).Hundredths : long.MaxValue);

    /// <summary>By code, whether an id is among the wanted ones.</summary>
    internal static bool[] Wanted<TId, TRow>(KnownRows<TId, TRow> known, IEnumerable<TId> ids)
        where TId : notnull
        where TRow : class
    {
        var wanted = new bool[known.Count];
        foreach (var id in ids)
        {
            if (known.TryFindCode(id, out var code)) wanted[code] = true;
        }

        return wanted;
    }
}
