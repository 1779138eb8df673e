using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.Filters;

/// <summary>
/// Every filter is one entry. A new filter needs an entry here, its texts in <c>Filters*.resx</c>, and a field in the form of pages
/// (decision 21).
/// </summary>
public static class ContractFilters
{
    private const string OneLine =
        " One line must meet all filters of items together. With segment=wanted it is a requested line, with single=true the one thing that is offered.";

    public static readonly SearchFilter Search = new();

    public static readonly WordFilter<ContractType> ContractTypes = new(
        "contract_type", "Is of one of these types.", new() { Segment = (types, segment) => types.Contains(segment.Type) });

    public static readonly WordFilter<ContractSegment> Segments = new(
        "segment",
        "Is in one of these segments: item exchanges that offer a ship, others that offer a blueprint, all others that offer something, those that only request; "
        + "auctions; couriers. Exchanges whose items are not read yet, loans and contracts of an unknown type are in none.",
        new() { Segment = (names, segment) => segment.Name is { } name && names.Contains(name) });

    public static readonly YesNoFilter Ships = new(
        "is_ship_contract",
        "Offers at least one ship, or none.",
        new() { NeedsLines = LineNeed.Always, Segment = (isShip, segment) => segment.IsShipContract == isShip });

    public static readonly IdFilter<RegionId> Regions = new(
        "region_ids",
        "Starts in one of these regions.",
        id => new RegionId((int)id),
        int.MaxValue,
        new() { Rows = (ids, market, _) => new CodeFilter(block => block.Region, market.Dictionaries.Regions.Wanted(ids)) });

    public static readonly IdFilter<SystemId> Systems = new(
        "system_ids",
        "Starts in one of these systems; unknown_system_excluded counts the contracts left out because their system is unknown.",
        id => new SystemId((int)id),
        int.MaxValue,
        new() { Rows = (ids, market, _) => StartingWhere(market.Places.Value.Systems, ids) });

    public static readonly IdFilter<LocationId> Stations = new(
        "station_ids",
        "Starts at one of these stations or structures.",
        id => new LocationId(id),
        ContractId.MaxValue,
        new() { Rows = (ids, market, _) => new CodeFilter(block => block.Start, market.Dictionaries.Places.Wanted(ids)) });

    public static readonly WordFilter<SecurityBand> Security = new(
        "security",
        "Starts in a system of one of these bands; high from 0.45, low above 0, null otherwise.",
        new() { Rows = (bands, market, _) => StartingWhere(market.Places.Value.Bands, bands) });

    public static readonly IdFilter<TypeId> Types = OfLines(
        "type_ids", "Offers a line of one of these item types.", id => new TypeId(id), (ids, line) => line.OfTypes(ids));

    public static readonly IdFilter<CategoryId> Categories = OfLines(
        "category_id", "Offers an item of one of these categories.", id => new CategoryId(id), (ids, line) => line.OfCategories(ids));

    public static readonly IdFilter<GroupId> Groups = OfLines(
        "group_id", "Offers an item of one of these groups.", id => new GroupId(id), (ids, line) => line.OfGroups(ids));

    public static readonly BoundsFilter Price = Amount(
        "price",
        "Lowest price in ISK; for an auction, its current bid where known.",
        "Highest price in ISK; for an auction, its current bid where known.",
        block => block.PriceNow);

    public static readonly BoundsFilter Collateral = Amount(
        "collateral", "Lowest collateral in ISK.", "Highest collateral in ISK.", block => block.Collateral);

    public static readonly BoundsFilter Reward = Amount("reward", "Lowest reward in ISK.", "Highest reward in ISK.", block => block.Reward);

    public static readonly YesNoFilter Singles = new(
        "single",
        "True: offers one thing and requests nothing; false: all other contracts. One thing is items of one type (copies also of the same runs and "
        + "efficiencies), or one ship with modules, subsystems, charges, drones, fighters and ice products. With true, filters of items look at that thing: "
        + "at the ship, where there is one.",
        new() { NeedsLines = LineNeed.Always, Rows = (isSingle, _, _) => new FlagFilter(RowFlags.OneKey, isSingle) });

    public static readonly BoundsFilter UnitPrice = Amount(
        "unit_price",
        "Lowest price of one unit in ISK, of a blueprint copy that of one run. Only contracts that offer one thing (single=true) have it.",
        "Highest price of one unit in ISK, of a blueprint copy that of one run. Only contracts that offer one thing (single=true) have it.",
        block => block.UnitPrice,
        LineNeed.Always);

    /// <summary>False is the complement of true. Beside other filters of lines, true requires that the same line is a copy (B4).</summary>
    public static readonly YesNoFilter Copies = new(
        "is_bpc",
        "Offers a blueprint copy, or none." + OneLine,
        new()
        {
            NeedsLines = LineNeed.Always,
            Rows = (isCopy, _, _) => new FlagFilter(RowFlags.Copies, isCopy),
            RequestingRows = (isCopy, market, _) => RequestingCopies(isCopy, market),
            Line = (isCopy, line) => line.Copied(isCopy),
        });

    public static readonly BoundsFilter Runs = OfBlueprints(
        "runs", "Fewest runs of a blueprint copy offered.", "Most runs of a blueprint copy offered.", kinds => kinds.Runs);

    public static readonly BoundsFilter MaterialEfficiency = OfBlueprints(
        "me",
        "Lowest material efficiency of a blueprint offered, in per cent.",
        "Highest material efficiency of a blueprint offered, in per cent.",
        kinds => kinds.MaterialEfficiencies);

    public static readonly BoundsFilter TimeEfficiency = OfBlueprints(
        "te",
        "Lowest time efficiency of a blueprint offered, in per cent.",
        "Highest time efficiency of a blueprint offered, in per cent.",
        kinds => kinds.TimeEfficiencies);

    public static readonly IdFilter<RegionId> EndRegions = new(
        "end_region_ids",
        "Ends in one of these regions; only couriers have an end.",
        id => new RegionId((int)id),
        int.MaxValue,
        new() { Rows = (ids, market, _) => EndingWhere(market.Places.Value.Regions, ids) });

    public static readonly IdFilter<SystemId> EndSystems = new(
        "end_system_ids",
        "Ends in one of these systems; only couriers have an end.",
        id => new SystemId((int)id),
        int.MaxValue,
        new() { Rows = (ids, market, _) => EndingWhere(market.Places.Value.Systems, ids) });

    public static readonly IdFilter<LocationId> EndStations = new(
        "end_station_ids",
        "Ends at one of these stations or structures; only couriers have an end.",
        id => new LocationId(id),
        ContractId.MaxValue,
        new() { Rows = (ids, market, _) => new CodeFilter(block => block.End, market.Dictionaries.Places.Wanted(ids)) });

    public static readonly WordFilter<SecurityBand> EndSecurity = new(
        "end_security",
        "Ends in a system of one of these bands, with the bounds of security; only couriers have an end.",
        new() { Rows = (bands, market, _) => EndingWhere(market.Places.Value.Bands, bands) });

    public static readonly BoundsFilter Volume = new(
        "volume",
        BoundsUnit.CubicMetres,
        "Lowest volume in cubic metres.",
        "Highest volume in cubic metres.",
        new()
        {
            Rows = (bounds, _, _) => new NumberFilter(
                block => block.Volume, (double?)bounds.Min ?? 0, (double?)bounds.Max ?? double.PositiveInfinity),
        });

    public static readonly HoursFilter EndsWithin = new(
        "ends_within",
        "Expires within this many hours from the market instant.",
        1,
        720,
        new()
        {
            RowsAt = (hours, instant) => new RangeFilter(
                block => block.DateExpired, long.MinValue, instant.AddHours(hours).ToUnixTimeMilliseconds()),
        });

    public static readonly IdFilter<CharacterId> Issuers = new(
        "issuer_ids",
        "Issued by one of these characters.",
        id => new CharacterId(id),
        ContractId.MaxValue,
        new() { Rows = (ids, market, _) => new CodeFilter(block => block.Issuer, market.Dictionaries.Characters.Wanted(ids)) })
    {
        MostValues = 10,
        NamesPersons = true,
    };

    /// <summary>Nothing was first seen after the market instant, whatever date of issue ESI sends.</summary>
    public static readonly InstantFilter Since = new(
        "since",
        "First seen after this instant. Give the latest first_seen_at, or the as_of of a count, to ask for what came since then.",
        new()
        {
            RowsAt = (since, instant) => new RangeFilter(
                block => block.FirstSeen, since.ToUnixTimeMilliseconds() + 1, instant.ToUnixTimeMilliseconds()),
        });

    public static readonly FilterTable Table = new(
    [
        Search, ContractTypes, Segments, Ships, Singles, Regions, Systems, Stations, Security, Types, Categories, Groups, Price, UnitPrice, Collateral,
        Reward, Copies, Runs, MaterialEfficiency, TimeEfficiency, EndRegions, EndSystems, EndStations, EndSecurity, Volume, EndsWithin, Issuers, Since,
    ]);

    private static readonly Dictionary<ContractFilter, int> Places = Table.All.Index().ToDictionary(filter => filter.Item, filter => filter.Index);

    /// <summary>The filter's place in the table; a filter of another table comes last.</summary>
    internal static int PlaceOf(ContractFilter filter) => Places.GetValueOrDefault(filter, int.MaxValue);

    /// <summary>A filter by an amount of ISK in the contract's row.</summary>
    internal static BoundsFilter Amount(
        string name, string aboutMin, string aboutMax, Func<ContractBlock, long[]> column, LineNeed needsLines = LineNeed.Never) => new(
        name,
        BoundsUnit.Isk,
        aboutMin,
        aboutMax,
        new()
        {
            NeedsLines = needsLines,
            Rows = (bounds, _, _) => new RangeFilter(
                column, bounds.Min is { } min ? Isk.Of(min).Hundredths : 0, bounds.Max is { } max ? Isk.Of(max).Hundredths : long.MaxValue),
        });

    private static BoundsFilter OfBlueprints(string name, string aboutMin, string aboutMax, Func<PublishedKinds, Grown<int>> column) => new(
        name,
        BoundsUnit.Whole,
        aboutMin + OneLine,
        aboutMax + OneLine,
        new() { NeedsLines = LineNeed.Always, Line = (bounds, line) => line.Within(column, bounds) });

    private static IdFilter<TId> OfLines<TId>(string name, string about, Func<int, TId> read, Action<IReadOnlyList<TId>, LineQuestion> narrow)
        where TId : struct => new(
        name, about + OneLine, id => read((int)id), int.MaxValue, new() { NeedsLines = LineNeed.Always, Line = narrow });

    /// <summary>Keeps contracts that request a blueprint copy, or those that request none.</summary>
    private static IRowFilter RequestingCopies(bool isCopy, LiveMarket market)
    {
        var line = new LineQuestion(market.Dictionaries, AskedLines.Requested);
        line.Copied(true);
        var copies = new LineFilter(line.Kinds);
        return isCopy ? copies : new NotFilter(copies);
    }

    /// <summary>Keeps contracts whose start has one of the values; an unknown value matches none.</summary>
    private static CodeFilter StartingWhere<T>(T?[] values, IReadOnlyList<T> wanted)
        where T : struct => new(block => block.Start, AreWanted(values, wanted));

    /// <summary>Keeps contracts whose end has one of the values; an unknown value matches none.</summary>
    private static CodeFilter EndingWhere<T>(T?[] values, IReadOnlyList<T> wanted)
        where T : struct => new(block => block.End, AreWanted(values, wanted));

    private static bool[] AreWanted<T>(T?[] values, IReadOnlyList<T> wanted)
        where T : struct
    {
        var asked = wanted.ToHashSet();
        return Array.ConvertAll(values, value => value is { } known && asked.Contains(known));
    }
}
