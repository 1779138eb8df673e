using System.Text;
using System.Text.RegularExpressions;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using Sort = HangarBay.Application.Contracts.BrowsingContracts.ContractSort;

namespace HangarBay.Infrastructure.Tests.Browsing.Differential;

/// <summary>The terms of a contract that its type allows (M12).</summary>
internal sealed record TermFacts(decimal? Price, decimal? Buyout, decimal? Collateral, decimal? Reward, int? Days, long? End);

/// <summary>
/// The written rules of browsing, applied to facts in memory, one contract at a time and without regard to speed. They use only enums and
/// request types of the product, not its logic.
/// </summary>
internal static partial class Rules
{
    /// <summary>M12. The price is the one for filters and sorting: for an auction the current bid where it is known.</summary>
    public static TermFacts Terms(Fact fact)
    {
        var own = OwnTerms(fact);
        return own with { Price = CurrentBid(fact) ?? own.Price };
    }

    public static TermFacts OwnTerms(Fact fact)
    {
        var none = new TermFacts(null, null, null, null, null, null);
        switch (fact.Type)
        {
            case ContractType.Auction:
                return none with { Price = fact.Price, Buyout = fact.Buyout > 0 ? fact.Buyout : null };
            case ContractType.Courier:
                return none with { Collateral = fact.Collateral, Reward = fact.Reward, Days = fact.Days, End = fact.End };
            case ContractType.ItemExchange:
                var reward = fact.Reward > 0 ? fact.Reward : null;
                if (fact.State == LinesState.Read)
                    return none with { Price = IsWantToBuy(fact) ? null : fact.Price, Reward = reward };
                return none with { Price = reward is not null && fact.Price is null or 0 ? null : fact.Price, Reward = reward };
            default:
                return none;
        }
    }

    /// <summary>The title without the game's markup: first the tags go, then each entity is decoded once.</summary>
    public static string ShownTitle(Fact fact) => new[] { "<color=0xff00ff00>", "</color>", "<b>", "</b>" }
        .Aggregate(fact.Title, (title, tag) => title.Replace(tag, ""))
        .Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&").Trim();

    public static decimal? CurrentBid(Fact fact) => fact.Bids is { Count: > 0 } bids ? bids.Max() : null;

    public static bool IsShip(Fact fact) => fact.Lines.Any(line => line.Offered && World.Type(line.Type)?.Category == 6);

    public static bool OffersCopies(Fact fact) => fact.Lines.Any(line => line is { Offered: true, Copy: true });

    public static bool IsWantToBuy(Fact fact) => fact.Lines.Count > 0 && !fact.Lines.Any(line => line.Offered);

    /// <summary>B12: what players call it; null where it is in no segment.</summary>
    public static ContractSegment? SegmentOf(Fact fact) => fact.Type switch
    {
        ContractType.Auction => ContractSegment.Auctions,
        ContractType.Courier => ContractSegment.Couriers,
        ContractType.ItemExchange when fact.State == LinesState.Read =>
            IsWantToBuy(fact) ? ContractSegment.Wanted
            : IsShip(fact) ? ContractSegment.Ships
            : fact.Lines.Any(line => line.Offered && IsBlueprint(line)) ? ContractSegment.Blueprints
            : ContractSegment.Goods,
        _ => null,
    };

    public static bool IsBlueprint(FactLine line) => line.Copy || World.Type(line.Type)?.Category == 9;

    /// <summary>B13: the lines of the one key that is offered; null where it is not one, or something is requested.</summary>
    public static IReadOnlyList<FactLine>? KeyOf(Fact fact)
    {
        if (fact.Lines.Count == 0 || fact.Lines.Any(line => !line.Offered)) return null;
        var things = fact.Lines.Select(line => line.Copy ? (line.Type, "copy", line.Runs, line.Me, line.Te) : (line.Type, "", null, null, null));
        if (things.Distinct().Count() == 1) return fact.Lines;

        var ships = fact.Lines.Where(line => !IsBlueprint(line) && World.Type(line.Type)?.Category == 6).ToList();
        var others = fact.Lines.Except(ships);
        return ships.Sum(ship => ship.Quantity) == 1
            && others.All(line => !IsBlueprint(line) && World.Type(line.Type) is { Category: 7 or 8 or 18 or 32 or 87 } or { Group: 423 })
            ? ships
            : null;
    }

    /// <summary>B13: the price by pieces, of copies by runs, to two decimals.</summary>
    public static decimal? UnitPriceOf(Fact fact)
    {
        if (KeyOf(fact) is not { } key || Terms(fact).Price is not { } price) return null;
        var units = key.Count < fact.Lines.Count ? 1 : key.Sum(line => line.Quantity * (line.Copy ? line.Runs ?? 0 : 1));
        return units == 0 ? null : Math.Round(price / units, 2, MidpointRounding.AwayFromZero);
    }

    public static bool IsPending(Fact fact) => fact.BearsLines && fact.State is LinesState.Pending or LinesState.SetAside;

    public static int? SystemOf(long? place) => place is { } id && World.Places.TryGetValue(id, out var known) ? known.System : null;

    public static int? RegionOf(long? place) => SystemOf(place) is { } system && World.RegionsOfSystems.TryGetValue(system, out var region) ? region : null;

    /// <summary>The security band of a place; null where its system is unknown.</summary>
    public static SecurityBand? BandOf(long? place) => SystemOf(place) is { } system && World.Systems.TryGetValue(system, out var security)
        ? security >= 0.45 ? SecurityBand.High : security > 0 ? SecurityBand.Low : SecurityBand.Null
        : null;

    public static double? RewardPerVolume(Fact fact) =>
        Terms(fact).Reward is { } reward && fact.Volume is > 0 and var volume ? (double)reward / volume : null;

    /// <summary>The English name of the first offered ship.</summary>
    public static string? ShipName(Fact fact) => fact.Lines
        .Where(line => line.Offered && World.Type(line.Type)?.Category == 6)
        .Select(line => World.Type(line.Type)!.Name!.In(Language.En)).FirstOrDefault();

    /// <summary>B2: whether a filter or the sort of this query needs lines.</summary>
    public static bool NeedsLines(BrowseContracts query) => query.IsShipContract is not null || query.IsBpc is not null || query.SortBy is Sort.ShipName or Sort.UnitPrice
        || query.IsSingle is not null || (query.MinUnitPrice ?? query.MaxUnitPrice) is not null || AsksLines(query);

    /// <summary>Whether a contract meets the filters that need no lines.</summary>
    public static bool MeetsWithoutLines(Fact fact, BrowseContracts query)
    {
        var terms = Terms(fact);
        return (query.RegionIds.Count == 0 || query.RegionIds.Any(id => id.Value == fact.Region))
            && (query.StationIds.Count == 0 || query.StationIds.Any(id => id.Value == fact.Start))
            && (query.SystemIds.Count == 0 || query.SystemIds.Any(id => id.Value == SystemOf(fact.Start)))
            && (query.Security.Count == 0 || (BandOf(fact.Start) is { } band && query.Security.Contains(band)))
            && (query.EndRegionIds.Count == 0 || query.EndRegionIds.Any(id => id.Value == RegionOf(terms.End)))
            && (query.EndSystemIds.Count == 0 || query.EndSystemIds.Any(id => id.Value == SystemOf(terms.End)))
            && (query.EndStationIds.Count == 0 || query.EndStationIds.Any(id => id.Value == terms.End))
            && (query.EndSecurity.Count == 0 || (BandOf(terms.End) is { } endBand && query.EndSecurity.Contains(endBand)))
            && (query.Since is not { } since || fact.FirstSeen > since)
            && (query.IssuerIds.Count == 0 || query.IssuerIds.Any(id => id.Value == fact.Issuer))
            && (query.MinVolume is not { } least || fact.Volume >= (double)least)
            && (query.MaxVolume is not { } most || fact.Volume <= (double)most)
            && IsWithin(terms.Price, query.MinPrice, query.MaxPrice)
            && IsWithin(terms.Collateral, query.MinCollateral, query.MaxCollateral)
            && IsWithin(terms.Reward, query.MinReward, query.MaxReward);
    }

    /// <summary>Whether a contract meets all filters except segment, ships and B2.</summary>
    public static bool Meets(Fact fact, BrowseContracts query) =>
        MeetsWithoutLines(fact, query)
        && (query.IsSingle is not { } single || KeyOf(fact) is not null == single)
        && IsWithin(UnitPriceOf(fact), query.MinUnitPrice, query.MaxUnitPrice)
        && (query.IsBpc is not { } copies || LinesAsked(fact, query).Any(line => line.Copy) == copies)
        && (!AsksLines(query) || LinesAsked(fact, query).Any(line => Meets(line, query)))
        && (query.Search is null || IsFound(fact, query));

    /// <summary>The lines that item filters look at: the key's where single ones are asked for, the requested ones in their segment, else the offered ones.</summary>
    private static IEnumerable<FactLine> LinesAsked(Fact fact, BrowseContracts query) =>
        query.IsSingle == true ? KeyOf(fact) ?? [] : fact.Lines.Where(line => line.Offered != IsAskedByRequests(fact, query));

    private static bool IsAskedByRequests(Fact fact, BrowseContracts query) =>
        query.Segments.Contains(ContractSegment.Wanted) && SegmentOf(fact) == ContractSegment.Wanted;

    /// <summary>Whether one line meets all filters of B4.</summary>
    private static bool Meets(FactLine line, BrowseContracts query) =>
        (query.TypeIds.Count == 0 || query.TypeIds.Any(id => id.Value == line.Type))
        && (query.CategoryIds.Count == 0 || query.CategoryIds.Any(id => id.Value == World.Type(line.Type)?.Category))
        && (query.GroupIds.Count == 0 || query.GroupIds.Any(id => id.Value == World.Type(line.Type)?.Group))
        && (query.IsBpc != true || line.Copy)
        && IsWithin(line.Runs, query.MinRuns, query.MaxRuns)
        && IsWithin(line.Me, query.MinMe, query.MaxMe)
        && IsWithin(line.Te, query.MinTe, query.MaxTe);

    private static bool AsksLines(BrowseContracts query) =>
        query.TypeIds.Count > 0 || query.CategoryIds.Count > 0 || query.GroupIds.Count > 0
        || (query.MinRuns ?? query.MaxRuns ?? query.MinMe ?? query.MaxMe ?? query.MinTe ?? query.MaxTe) is not null;

    /// <summary>B3: all words and phrases in the title, or all in one name of one offered item; of a requested one in the segment of want-to-buys.</summary>
    private static bool IsFound(Fact fact, BrowseContracts query)
    {
        var language = query.Lang;
        var terms = Word().Matches(Folded(query.Search!)).Select(word => word.Value.Trim('"').Trim()).ToList();
        bool HoldsAll(string text) => terms.TrueForAll(term => Folded(text).Contains(term, StringComparison.Ordinal));
        return HoldsAll(ShownTitle(fact)) || fact.Lines.Any(line => line.Offered != IsAskedByRequests(fact, query) && World.Type(line.Type)?.Name is { } name
            && name.Texts.Any(text => (text.Key == language || text.Key == Language.En) && HoldsAll(text.Value)));
    }

    /// <summary>B16: the form in which texts are compared, a step each.</summary>
    private static string Folded(string text)
    {
        var plain = Apostrophe().Replace(Invisible().Replace(text, ""), "'").Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace('ё', 'е');
        return Space().Replace(EndingStars().Replace(plain, ""), " ").Trim();
    }

    private static bool IsWithin(decimal? value, decimal? min, decimal? max) =>
        (min is null || value >= min) && (max is null || value <= max);

    [GeneratedRegex("\"[^\"]*\"|[^\\s\"]+")]
    private static partial Regex Word();

    [GeneratedRegex("\\p{Cf}")]
    private static partial Regex Invisible();

    [GeneratedRegex("[’‘`´]")]
    private static partial Regex Apostrophe();

    [GeneratedRegex(@"(?<=[^\s*])\*+(?![\p{L}\p{Nd}*])")]
    private static partial Regex EndingStars();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
