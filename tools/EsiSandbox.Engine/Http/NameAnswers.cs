using System.Text.Json;
using HangarBay.EsiSandbox.Engine.Market;

namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>Names for up to a thousand ids: all of them or none.</summary>
internal static class NameAnswers
{
    public const string Unresolvable = "Ensure all IDs are valid before resolving.";

    private const int MostIds = 1000;

    public static Answer Names(Sandbox sandbox, Call call)
    {
        if (Ids(call.Posted) is not { } ids)
            return Answer.Error(400, "Unexpected body, expected a list of integers");
        if (ids.Length is 0 or > MostIds)
            return Answer.Error(400, $"Expected between 1 and {MostIds} ids, received {ids.Length}");
        if (ids.Distinct().Count() < ids.Length)
            return Answer.Error(400, "Expected unique ids, received duplicates");
        var found = ids.Select(id => (Id: id, Name: Find(sandbox, id))).ToArray();
        return found.Any(f => f.Name is null)
            ? Answer.Error(404, Unresolvable)
            : Answer.Ok(Write(found));
    }

    private static (string Category, string Name)? Find(Sandbox sandbox, long id) => id switch
    {
        < 0 or > int.MaxValue => null,
        _ when sandbox.Catalogue.Types.TryGetValue((int)id, out var type) => ("inventory_type", type.Name),
        _ when sandbox.Catalogue.Corporations.TryGetValue((int)id, out var corporation) => ("corporation", corporation),
        _ when sandbox.Catalogue.Regions.TryGetValue((int)id, out var region) => ("region", region.Name),
        _ when sandbox.Catalogue.Constellations.TryGetValue((int)id, out var constellation) => ("constellation", constellation.Name),
        _ when sandbox.Catalogue.Systems.TryGetValue((int)id, out var system) => ("solar_system", system.Name),
        _ when sandbox.Catalogue.Stations.TryGetValue((int)id, out var station) => ("station", station.Name),
        _ => sandbox.PersonName(id),
    };

    private static byte[] Write((long Id, (string Category, string Name)? Name)[] found) => JsonText.Bytes(found, (writer, rows) =>
    {
        writer.WriteStartArray();
        foreach (var (id, name) in rows)
        {
            writer.WriteStartObject();
            writer.WriteString("category"u8, name!.Value.Category);
            writer.WriteNumber("id"u8, id);
            writer.WriteString("name"u8, name.Value.Name);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static long[]? Ids(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<long[]>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
