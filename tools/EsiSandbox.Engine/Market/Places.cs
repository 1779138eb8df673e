using System.Collections.Frozen;
using HangarBay.EsiSandbox.Engine.Facts;

namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>Where generated contracts are: mostly in the region's hub, some in other stations, a few in player structures.</summary>
internal static class Places
{
    private const double HubPercent = 82;
    private const double StructurePercent = 3;

    private const int StructuresPerRegion = 4;

    private static readonly FrozenDictionary<int, int[]> Stations = EmbeddedTables.StationsByRegion;
    private static readonly (int[] Upto, int[] Regions) Shares = Accumulated([.. EmbeddedTables.MarketShares.Where(r => r.Share > 0)]);

    public static long In(int region, ref Chance chance)
    {
        if (chance.Percent(StructurePercent) || !Stations.TryGetValue(region, out var stations))
            return Structure(region, chance.Below(StructuresPerRegion));
        return chance.Percent(HubPercent) ? stations[0] : chance.Pick(stations);
    }

    public static int Region(ref Chance chance)
    {
        var draw = chance.Below(Shares.Upto[^1]);
        var place = Array.BinarySearch(Shares.Upto, draw + 1);
        return Shares.Regions[place >= 0 ? place : ~place];
    }

    /// <summary>The player structures of a region in which contracts may be.</summary>
    public static IEnumerable<long> Structures(int region) => Enumerable.Range(0, StructuresPerRegion).Select(index => Structure(region, index));

    private static (int[] Upto, int[] Regions) Accumulated((int RegionId, int Share)[] shares)
    {
        var sum = 0;
        return ([.. shares.Select(r => sum += r.Share)], [.. shares.Select(r => r.RegionId)]);
    }

    /// <summary>A player structure. No route gives its name, as on ESI without a login.</summary>
    private static long Structure(int region, int index)
    {
        // Known space, wormhole space and the kinds after them each have a million of ids, and each starts again at one.
        var place = region % 1_000_000 + (region / 1_000_000 - 10) * 200L;
        return 1_030_000_000_000 + place * 1_000_003L + index * 77_777L;
    }
}
