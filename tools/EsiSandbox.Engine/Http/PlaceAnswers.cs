using System.Text.Json;
using HangarBay.EsiSandbox.Engine.Market;

namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>Regions, constellations, systems, stations. Their names are the same in every language.</summary>
internal static class PlaceAnswers
{
    private static readonly string[] Services = ["bounty-missions", "courier-missions", "reprocessing-plant", "market", "cloning", "repair-facilities", "fitting", "insurance", "docking", "office-rental"];

    public static Answer Region(Sandbox sandbox, Call call) => UniverseAnswers.One(sandbox, call, sandbox.Catalogue.Regions, "Region not found!", (writer, region) =>
    {
        writer.Numbers("constellations"u8, sandbox.Catalogue.ConstellationsOfRegion[region.Id]);
        writer.WriteString("description"u8, "");
        writer.WriteString("name"u8, region.Name);
        writer.WriteNumber("region_id"u8, region.Id);
    });

    public static Answer Constellation(Sandbox sandbox, Call call) => UniverseAnswers.One(sandbox, call, sandbox.Catalogue.Constellations, "Constellation not found!", (writer, constellation) =>
    {
        writer.WriteNumber("constellation_id"u8, constellation.Id);
        writer.WriteString("name"u8, constellation.Name);
        Position(writer, 0, 0, 0);
        writer.WriteNumber("region_id"u8, constellation.RegionId);
        writer.Numbers("systems"u8, sandbox.Catalogue.SystemsOfConstellation[constellation.Id]);
    });

    public static Answer System(Sandbox sandbox, Call call) => UniverseAnswers.One(sandbox, call, sandbox.Catalogue.Systems, "Solar system not found!", (writer, system) =>
    {
        writer.WriteNumber("constellation_id"u8, system.ConstellationId);
        writer.WriteString("name"u8, system.Name);
        writer.Numbers("planets"u8, []);
        Position(writer, system.X, system.Y, system.Z);
        if (system.SecurityClass.Length > 0)
            writer.WriteString("security_class"u8, system.SecurityClass);
        writer.Double("security_status"u8, system.Security);
        writer.WriteNumber("star_id"u8, 40_000_001);
        writer.Numbers("stargates"u8, []);
        if (sandbox.Catalogue.StationsOfSystem.Contains(system.Id))
            writer.Numbers("stations"u8, sandbox.Catalogue.StationsOfSystem[system.Id]);
        writer.WriteNumber("system_id"u8, system.Id);
    });

    public static Answer Station(Sandbox sandbox, Call call) => UniverseAnswers.One(sandbox, call, sandbox.Catalogue.Stations, "Station not found!", (writer, station) =>
    {
        writer.Double("max_dockable_ship_volume"u8, 50_000_000);
        writer.WriteString("name"u8, station.Name);
        writer.Double("office_rental_cost"u8, 10_000);
        writer.WriteNumber("owner"u8, station.OwnerId);
        Position(writer, 0, 0, 0);
        writer.WriteNumber("race_id"u8, 1);
        writer.Double("reprocessing_efficiency"u8, 0.5);
        writer.Double("reprocessing_stations_take"u8, 0.05);
        writer.WriteStartArray("services"u8);
        foreach (var service in Services)
            writer.WriteStringValue(service);
        writer.WriteEndArray();
        writer.WriteNumber("station_id"u8, station.Id);
        writer.WriteNumber("system_id"u8, station.SystemId);
        writer.WriteNumber("type_id"u8, station.TypeId);
    });

    private static void Position(Utf8JsonWriter writer, double x, double y, double z)
    {
        writer.WriteStartObject("position"u8);
        writer.Double("x"u8, x);
        writer.Double("y"u8, y);
        writer.Double("z"u8, z);
        writer.WriteEndObject();
    }
}
