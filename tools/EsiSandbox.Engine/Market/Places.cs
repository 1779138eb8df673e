using System.Collections.Frozen;
using HangarBay.EsiSandbox.Engine.Facts;

namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>Where generated contracts lie: mostly in the region's hub, some in other stations, a few in player structures.</summary>
internal static class Places
{
    private const double HubPercent = 82;
    private const double StructurePercent = 3;

    private static readonly FrozenDictionary<int, int[]> Stations = EmbeddedTables.StationsByRegion;

    public static long In(int region, ref Chance chance)
    {
        if (chance.Percent(StructurePercent) || !Stations.TryGetValue(region, out var stations))
            return Structure(region, chance.Below(4));
        return chance.Percent(HubPercent) ? stations[0] : chance.Pick(stations);
    }

    public static int Region(ref Chance chance)
    {
        var draw = chance.Below(1000);
        foreach (var (region, share) in EmbeddedTables.MarketShares)
        {
            draw -= share;
            if (draw < 0)
                return region;
        }

        return EmbeddedTables.MarketShares[0].RegionId;
    }

    /// <summary>A player's structure: no route tells its name, as on ESI without a login.</summary>
    private static long Structure(int region, int index) => 1_030_000_000_000 + region % 1_000_000 * 1_000_003L + index * 77_777L;
}
