using HangarBay.EsiSandbox.Engine.Facts;
using HangarBay.EsiSandbox.Engine.Market;

namespace HangarBay.EsiSandbox.Engine.Exports;

/// <summary>EVE Ref's list of player structures. It names most of the structures in which contracts are, but not all.</summary>
internal static class StructureList
{
    private const int UnknownOfEach = 4;

    // Astrahus, Fortizar, Keepstar, Raitaru, Azbel, Athanor, Tatara.
    private static readonly int[] Types = [35832, 35833, 35834, 35825, 35826, 35835, 35836];
    private static readonly string[] Names = ["Freeport", "Trade Hub", "Foundry", "Rest Stop", "Customs", "Last Light", "Bazaar", "Drydock"];

    public static byte[] Json(Sandbox sandbox) => JsonText.Bytes(sandbox, (writer, of) =>
    {
        writer.WriteStartObject();
        foreach (var (id, region) in of.Market.Structures)
        {
            var chance = Chance.Mix((ulong)id);
            if (chance % UnknownOfEach == 0 || SystemIn(of.Catalogue, region, chance) is not { } system)
                continue;
            writer.WriteStartObject(id.ToString(System.Globalization.CultureInfo.InvariantCulture));
            writer.WriteNumber("structure_id"u8, id);
            writer.WriteString("name"u8, $"{system.Name} - {Names[chance / 7 % (ulong)Names.Length]}");
            writer.WriteNumber("owner_id"u8, People.CorporationId((long)(chance % 40)));
            writer.WriteNumber("type_id"u8, Types[chance / 11 % (ulong)Types.Length]);
            writer.WriteNumber("solar_system_id"u8, system.Id);
            writer.WriteNumber("constellation_id"u8, system.ConstellationId);
            writer.WriteNumber("region_id"u8, region);
            writer.WriteBoolean("is_public_structure"u8, chance % 3 != 0);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    });

    /// <summary>Null for a region of which no system is known.</summary>
    private static SystemFact? SystemIn(Catalogue catalogue, int region, ulong chance)
    {
        var systems = catalogue.ConstellationsOfRegion[region].SelectMany(constellation => catalogue.SystemsOfConstellation[constellation]).ToArray();
        return systems.Length == 0 ? null : catalogue.Systems[systems[(int)(chance / 13 % (ulong)systems.Length)]];
    }
}
