using System.Text;
using CsCheck;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Infrastructure.Tests.Browsing.Differential;

/// <summary>One filter: the name of its parameters, and the function that puts it into a query.</summary>
internal sealed record Filter(string Name, Func<BrowseContracts, BrowseContracts> Put);

/// <summary>A query with the filters it was made of.</summary>
internal sealed record Asked(BrowseContracts Query, IReadOnlyList<Filter> Filters)
{
    /// <summary>The same query without one of its filters.</summary>
    public BrowseContracts Without(Filter filter) => Filters.Where(other => other != filter).Aggregate(Plain, (query, other) => other.Put(query));

    private BrowseContracts Plain => new()
    {
        Page = Query.Page,
        Size = Query.Size,
        SortBy = Query.SortBy,
        SortDirection = Query.SortDirection,
        Lang = Query.Lang,
    };
}

/// <summary>
/// Random queries about a corpus. Most take their values from a contract in it, so that they find something. The rest take any values.
/// </summary>
internal static class AnyQuery
{
    private const int FilterCount = 28;

    /// <summary>The filters by the end of a contract, which only couriers have.</summary>
    private static readonly int[] OfEnds = [17, 18, 19, 20];

    /// <summary>Several queries with the same filters and other values, because translating a query costs more than running it.</summary>
    public static Gen<Asked[]> About(Corpus corpus, int likeEachOther) => Gen.Select(
        Gen.Shuffle(Enumerable.Range(0, FilterCount).ToArray(), 0, 4),
        Gen.Int[0, 2],
        Gen.Frequency((3, Gen.Const(ContractSort.DateIssued)), (7, Gen.Enum<ContractSort>())),
        Gen.Enum<SortDirection>())
        .SelectMany((chosen, ends, sort, direction) => One(Eligible(corpus.Live, chosen), chosen, ends, sort, direction).Array[likeEachOther]);

    /// <summary>The contracts that a query may take its values from.</summary>
    private static Fact[] Eligible(IReadOnlyList<Fact> live, int[] chosen) =>
        [.. chosen.Intersect(OfEnds).Any() ? live.Where(fact => Rules.Terms(fact).End is not null) : live];

    private static Gen<Asked> One(Fact[] live, int[] chosen, int ends, ContractSort sort, SortDirection direction) => Gen.Select(
        Gen.OneOf(live), Gen.OneOf(live), Gen.Enum<Language>(), Gen.Frequency((5, Gen.Const(true)), (1, Gen.Const(false))))
        .SelectMany((about, other, language, consistent) =>
        {
            var filters = FiltersOf(about, consistent ? about : other, language, ends);
            return Gen.Select(
                chosen.Aggregate(Gen.Const(Array.Empty<Filter>()), (some, index) => Gen.Select(some, filters[index], (before, filter) => before.Append(filter).ToArray())),
                Gen.OneOf(1, 3, 7, 20, 50, 100),
                Gen.OneOf<int?>(null, null, null, 1, 2, 5),
                (put, size, page) =>
                {
                    var plain = new BrowseContracts { Page = page, Size = size, SortBy = sort, SortDirection = direction, Lang = language };
                    return new Asked(put.Aggregate(plain, (query, filter) => filter.Put(query)), put);
                });
        });

    private static Gen<Filter>[] FiltersOf(Fact about, Fact other, Language language, int ends)
    {
        var line = about.Lines.FirstOrDefault(line => line.Offered) ?? (about.Lines.Count > 0 ? about.Lines[0] : null) ?? (other.Lines.Count > 0 ? other.Lines[0] : null) ?? new FactLine(1, 587, true, true, 10, 8, 14);
        var otherLine = other.Lines.LastOrDefault(one => one.Offered) ?? line;
        var terms = Rules.Terms(about);
        return
        [
            Search(about, line, language),
            Range("price", terms.Price, ends, (query, min, max) => query with { MinPrice = min, MaxPrice = max }),
            Range("collateral", terms.Collateral, ends, (query, min, max) => query with { MinCollateral = min, MaxCollateral = max }),
            Range("reward", terms.Reward, ends, (query, min, max) => query with { MinReward = min, MaxReward = max }),
            Range("runs", line.Runs, ends, (query, min, max) => query with { MinRuns = (int?)min, MaxRuns = (int?)max }),
            Range("me", otherLine.Me, ends, (query, min, max) => query with { MinMe = (int?)min, MaxMe = (int?)max }),
            Range("te", line.Te, ends, (query, min, max) => query with { MinTe = (int?)min, MaxTe = (int?)max }),
            Several("region_ids", about.Region, World.Regions.Keys, (query, ids) => query with { RegionIds = [.. ids.Select(id => new RegionId(id))] }),
            Several("system_ids", Rules.SystemOf(other.Start) ?? 30_000_142, [.. World.Systems.Keys, World.UnknownSystem, 1],
                (query, ids) => query with { SystemIds = [.. ids.Select(id => new SystemId(id))] }),
            Several("station_ids", about.Start ?? World.Elsewhere, [.. World.Places.Keys, World.Elsewhere, 7],
                (query, ids) => query with { StationIds = [.. ids.Select(id => new LocationId(id))] }),
            Several("security", Rules.BandOf(other.Start) ?? SecurityBand.Null, Enum.GetValues<SecurityBand>(), (query, bands) => query with { Security = bands }),
            Several("type_ids", line.Type, [.. World.Types.Select(type => type.Id), World.NeverHeardOf],
                (query, ids) => query with { TypeIds = [.. ids.Select(id => new TypeId(id))] }),
            Several("contract_type", about.Type, Enum.GetValues<ContractType>(), (query, types) => query with { ContractTypes = types }),
            Several("category_id", World.Type(otherLine.Type)?.Category ?? 6, [6, 4, 9, 7, 8, 1],
                (query, ids) => query with { CategoryIds = [.. ids.Select(id => new CategoryId(id))] }),
            Several("group_id", World.Type(line.Type)?.Group ?? 27, [27, 25, 18, 106, 423, 9_999, 1],
                (query, ids) => query with { GroupIds = [.. ids.Select(id => new GroupId(id))] }),
            One("is_bpc", about.Lines.Any(one => one is { Offered: true, Copy: true }), [true, false], (query, flag) => query with { IsBpc = flag }),
            One("is_ship_contract", Rules.IsShip(about), [true, false], (query, flag) => query with { IsShipContract = flag }),
            Several("end_region_ids", Rules.RegionOf(terms.End) ?? 10_000_002, World.Regions.Keys,
                (query, ids) => query with { EndRegionIds = [.. ids.Select(id => new RegionId(id))] }),
            Several("end_system_ids", Rules.SystemOf(terms.End) ?? 30_000_142, [.. World.Systems.Keys, World.UnknownSystem, 1],
                (query, ids) => query with { EndSystemIds = [.. ids.Select(id => new SystemId(id))] }),
            Several("end_station_ids", terms.End ?? World.Elsewhere, [.. World.Places.Keys, World.Elsewhere, 7],
                (query, ids) => query with { EndStationIds = [.. ids.Select(id => new LocationId(id))] }),
            Several("end_security", Rules.BandOf(terms.End) ?? SecurityBand.Null, Enum.GetValues<SecurityBand>(), (query, bands) => query with { EndSecurity = bands }),
            Range("volume", (decimal?)about.Volume, ends, (query, min, max) => query with { MinVolume = min, MaxVolume = max }),
            One("ends_within", Math.Max(1, (int)Math.Ceiling((about.Expires - World.Noon).TotalHours)), [1, 2, 24, 25, 720], (query, hours) => query with { EndsWithin = hours }),
            One("since", about.FirstSeen.AddMilliseconds(-1), [World.Noon, World.Noon.AddMinutes(-1), World.Noon.AddDays(-3), World.Noon.AddDays(1)],
                (query, instant) => query with { Since = instant }),
            Several("issuer_ids", about.Issuer, [World.Issuer, World.NamelessIssuer, World.Corporation], (query, ids) => query with { IssuerIds = [.. ids.Select(id => new CharacterId(id))] }),
            Gen.OneOf(
                One("segment", Rules.SegmentOf(about) ?? ContractSegment.Wanted, Enum.GetValues<ContractSegment>(), (query, segment) => query with { Segments = [segment] }),
                Several("segment", ContractSegment.Wanted, Enum.GetValues<ContractSegment>(), (query, segments) => query with { Segments = segments })),
            One("single", Rules.KeyOf(about) is not null, [true, false], (query, flag) => query with { IsSingle = flag }),
            Range("unit_price", Rules.UnitPriceOf(about), ends, (query, min, max) => query with { MinUnitPrice = min, MaxUnitPrice = max }),
        ];
    }

    private static Gen<Filter> One<T>(string name, T own, IEnumerable<T> all, Func<BrowseContracts, T, BrowseContracts> put) =>
        Gen.Frequency((3, Gen.Const(own)), (1, Gen.OneOf([.. all]))).Select(value => new Filter(name, query => put(query, value)));

    private static Gen<Filter> Several<T>(string name, T own, IEnumerable<T> all, Func<BrowseContracts, T[], BrowseContracts> put) =>
        Gen.Select(Gen.Frequency((3, Gen.Const(own)), (1, Gen.OneOf([.. all]))), Gen.OneOf([.. all]).Array[0, 2], (first, more) =>
            new Filter(name, query => put(query, [first, .. more])));

    /// <param name="ends">Which bounds are set: both, the upper, the lower.</param>
    private static Gen<Filter> Range(string name, decimal? own, int ends, Func<BrowseContracts, decimal?, decimal?, BrowseContracts> put) =>
        Gen.Select(Gen.OneOf(0m, 0m, 1m, 7m, 100m), Gen.OneOf(0m, 0m, 1m, 50m, 1_000_000_000m), (below, above) =>
        {
            var (low, high) = (Math.Max(0, (own ?? 100) - below), Math.Min((own ?? 100) + above, 92_233_720_368_547_758.07m));
            return new Filter(name, query => put(query, ends == 1 ? null : low, ends == 2 ? null : high));
        });

    private static Gen<Filter> Search(Fact about, FactLine line, Language language)
    {
        var name = World.Type(line.Type)?.Name;
        string[] texts = [.. new[] { Rules.ShownTitle(about), name?.In(language) ?? "", name?.In(Language.En) ?? "", "rokh" }.Where(text => Letters(text) >= 3)];
        return Gen.Select(Gen.OneOf(texts), Gen.Int[0, 7], (text, how) => new Filter("search", query => query with
        {
            Search = how switch
            {
                0 => text,
                1 => text.ToUpperInvariant(),
                2 => $" \"{text.Replace('"', ' ')}\" ",
                5 => text.Normalize(NormalizationForm.FormD),
                6 => text.Replace(' ', '\t').Replace('\'', '’'),
                7 => $"{text}*",
                3 when Letters(text[..^1]) >= 3 => text[..^1].TrimEnd('\uD83D', ' '),
                _ => text.ToLowerInvariant(),
            },
        }));
    }

    private static int Letters(string text) => text.EnumerateRunes().Count();
}
