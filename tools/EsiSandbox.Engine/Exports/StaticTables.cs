using System.Text.Json;
using HangarBay.EsiSandbox.Engine.Facts;
using HangarBay.EsiSandbox.Engine.Market;

namespace HangarBay.EsiSandbox.Engine.Exports;

/// <summary>
/// The files of the export, with its field names. A value that the tables do not have is left out. Where the export always has the
/// field, a placeholder of the right kind takes its place.
/// </summary>
internal static class StaticTables
{
    private const int ModuleCategory = 7;

    public static IEnumerable<(string Name, IEnumerable<byte[]> Lines)> All(Catalogue facts) =>
    [
        ("categories", Rows(facts.Categories.Values.OrderBy(c => c.Id), c => c.Id, Category)),
        ("groups", Rows(facts.Groups.Values.OrderBy(g => g.Id), g => g.Id, Group)),
        ("mapConstellations", Rows(facts.Constellations.Values.OrderBy(c => c.Id), c => c.Id, (writer, c) => Constellation(writer, c, facts))),
        ("mapRegions", Rows(facts.Regions.Values.OrderBy(r => r.Id), r => r.Id, (writer, r) => Region(writer, r, facts))),
        ("mapSolarSystems", Rows(facts.Systems.Values.OrderBy(s => s.Id), s => s.Id, (writer, s) => System(writer, s, facts))),
        ("mapStargates", Rows(facts.Stargates.Where(g => facts.Systems.ContainsKey(g.SystemId)), g => g.Id, Stargate)),
        ("marketGroups", Rows(facts.MarketGroups, g => g.Id, MarketGroup)),
        ("npcCorporations", Rows(facts.Corporations.OrderBy(c => c.Key), c => c.Key, (writer, c) => Name(writer, "name"u8, Languages.Same(c.Value)))),
        ("npcStations", Rows(facts.Stations.Values.OrderBy(s => s.Id), s => s.Id, Station)),
        ("stationOperations", Rows(EmbeddedTables.Operations.OrderBy(o => o.Key), o => o.Key, (writer, o) => Name(writer, "operationName"u8, Languages.Same(o.Value)))),
        ("translationLanguages", Languages.All.Select(language => StaticData.Line(writer =>
        {
            writer.WriteString("_key"u8, language);
            writer.WriteString("name"u8, language);
        }))),
        ("types", Rows(facts.Types.Values.OrderBy(t => t.Id), t => t.Id, (writer, t) => Type(writer, t, facts))),
    ];

    private static IEnumerable<byte[]> Rows<T>(IEnumerable<T> all, Func<T, int> key, Action<Utf8JsonWriter, T> write) => all.Select(row => StaticData.Line(writer =>
    {
        writer.WriteNumber("_key"u8, key(row));
        write(writer, row);
    }));

    private static void Category(Utf8JsonWriter writer, CategoryFact category)
    {
        Name(writer, "name"u8, category.Names);
        writer.WriteBoolean("published"u8, category.Published);
    }

    private static void Group(Utf8JsonWriter writer, GroupFact group)
    {
        writer.WriteBoolean("anchorable"u8, false);
        writer.WriteBoolean("anchored"u8, false);
        writer.WriteNumber("categoryID"u8, group.CategoryId);
        writer.WriteBoolean("fittableNonSingleton"u8, false);
        Name(writer, "name"u8, group.Names);
        writer.WriteBoolean("published"u8, group.Published);
        writer.WriteBoolean("useBasePrice"u8, false);
    }

    private static void Type(Utf8JsonWriter writer, TypeFact type, Catalogue facts)
    {
        writer.WriteNumber("groupID"u8, type.GroupId);
        if (facts.CategoryOf(type) == ModuleCategory && type.Name.Contains("Abyssal", StringComparison.Ordinal))
            writer.WriteBoolean("isDynamicType"u8, true);
        if (type.MarketGroupId is { } marketGroup)
            writer.WriteNumber("marketGroupID"u8, marketGroup);
        Name(writer, "name"u8, [.. Languages.All.Select((_, language) => facts.NameOf(type, language))]);
        if (type.PackagedVolume != type.Volume)
            writer.Double("packagedVolume"u8, type.PackagedVolume);
        writer.WriteNumber("portionSize"u8, 1);
        writer.WriteBoolean("published"u8, true);
        writer.Double("volume"u8, type.Volume);
    }

    private static void MarketGroup(Utf8JsonWriter writer, MarketGroupFact group)
    {
        Name(writer, "description"u8, Languages.Same(""));
        writer.WriteBoolean("hasTypes"u8, group.HasTypes);
        Name(writer, "name"u8, group.Names);
        if (group.ParentId is { } parent)
            writer.WriteNumber("parentGroupID"u8, parent);
    }

    private static void Region(Utf8JsonWriter writer, RegionFact region, Catalogue facts)
    {
        writer.Numbers("constellationIDs"u8, facts.ConstellationsOfRegion[region.Id]);
        Name(writer, "description"u8, Languages.Same(""));
        if (region.FactionId is { } faction)
            writer.WriteNumber("factionID"u8, faction);
        Name(writer, "name"u8, Languages.Same(region.Name));
        writer.WriteNumber("nebulaID"u8, 0);
        Position(writer, 0, 0, 0);
    }

    private static void Constellation(Utf8JsonWriter writer, ConstellationFact constellation, Catalogue facts)
    {
        Name(writer, "name"u8, Languages.Same(constellation.Name));
        Position(writer, 0, 0, 0);
        writer.WriteNumber("regionID"u8, constellation.RegionId);
        writer.Numbers("solarSystemIDs"u8, facts.SystemsOfConstellation[constellation.Id]);
    }

    private static void System(Utf8JsonWriter writer, SystemFact system, Catalogue facts)
    {
        writer.WriteNumber("constellationID"u8, system.ConstellationId);
        Name(writer, "name"u8, Languages.Same(system.Name));
        Position(writer, system.X, system.Y, system.Z);
        writer.WriteNumber("regionID"u8, facts.Constellations[system.ConstellationId].RegionId);
        if (system.SecurityClass.Length > 0)
            writer.WriteString("securityClass"u8, system.SecurityClass);
        // The export rounds the value that ESI gives in full.
        writer.Double("securityStatus"u8, Math.Round(system.Security, 6));
    }

    private static void Stargate(Utf8JsonWriter writer, StargateFact gate)
    {
        writer.WriteStartObject("destination"u8);
        writer.WriteNumber("solarSystemID"u8, gate.DestinationSystemId);
        writer.WriteNumber("stargateID"u8, gate.DestinationId);
        writer.WriteEndObject();
        writer.WriteNumber("solarSystemID"u8, gate.SystemId);
    }

    /// <summary>Writes no name: the export has none. A reader builds it from the system, the orbit, the owner and the operation.</summary>
    private static void Station(Utf8JsonWriter writer, StationFact station)
    {
        var orbit = EmbeddedTables.Orbits.GetValueOrDefault(station.Id);
        if (orbit?.Planet is { } planet)
            writer.WriteNumber("celestialIndex"u8, planet);
        if (orbit is not null)
            writer.WriteNumber("operationID"u8, orbit.OperationId);
        if (orbit?.Moon is { } moon)
            writer.WriteNumber("orbitIndex"u8, moon);
        writer.WriteNumber("ownerID"u8, station.OwnerId);
        Position(writer, 0, 0, 0);
        writer.Double("reprocessingEfficiency"u8, 0.5);
        writer.WriteNumber("reprocessingHangarFlag"u8, 4);
        writer.Double("reprocessingStationsTake"u8, 0.05);
        writer.WriteNumber("solarSystemID"u8, station.SystemId);
        writer.WriteNumber("typeID"u8, station.TypeId);
        writer.WriteBoolean("useOperationName"u8, orbit?.EndsInOperation ?? false);
    }

    private static void Name(Utf8JsonWriter writer, ReadOnlySpan<byte> field, string[] names)
    {
        writer.WriteStartObject(field);
        for (var language = 0; language < names.Length; language++)
            writer.WriteString(Languages.All[language], names[language]);
        writer.WriteEndObject();
    }

    private static void Position(Utf8JsonWriter writer, double x, double y, double z)
    {
        writer.WriteStartObject("position"u8);
        writer.Double("x"u8, x);
        writer.Double("y"u8, y);
        writer.Double("z"u8, z);
        writer.WriteEndObject();
    }
}
