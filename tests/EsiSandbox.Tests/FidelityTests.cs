using System.Text.Json;
using System.Text.Json.Nodes;

namespace HangarBay.EsiSandbox.Tests;

/// <summary>Compares the sandbox's answers with recorded answers of ESI, and with ESI's OpenAPI document.</summary>
public sealed class FidelityTests : SandboxTest
{
    /// <summary>Headers of the transport, of a proxy or of compression, which are not ESI's own.</summary>
    private static readonly string[] OfTheTransport = ["Connection", "Content-Length", "Transfer-Encoding"];

    [SkippableTheory]
    [InlineData("universe_types_192", "/universe/types/192")]
    [InlineData("universe_types", "/universe/types?page=1")]
    [InlineData("universe_groups_450", "/universe/groups/450")]
    [InlineData("universe_groups", "/universe/groups?page=1")]
    [InlineData("universe_categories_6", "/universe/categories/6")]
    [InlineData("universe_categories", "/universe/categories")]
    [InlineData("universe_regions", "/universe/regions")]
    [InlineData("universe_regions_10000001", "/universe/regions/10000002")]
    [InlineData("universe_constellations", "/universe/constellations")]
    [InlineData("universe_constellations_20000001", "/universe/constellations/20000020")]
    [InlineData("universe_systems", "/universe/systems")]
    [InlineData("universe_systems_30000001", "/universe/systems/30000142")]
    [InlineData("universe_stations_60012526", "/universe/stations/60003760")]
    public async Task Static_data_has_the_recorded_headers_keys_and_kinds(string sample, string path)
    {
        var recorded = RecordedData.Sample(sample);
        var reply = await Esi.GetAsync(path);

        Assert.Equal((int)recorded["status"]!, reply.Status);
        SameHeaders(recorded["headers"]!.AsObject(), reply);
        SameShape(recorded["body"]!, reply.Json, "");
        Assert.Equal((string)recorded["headers"]!["Cache-Control"]!, reply["Cache-Control"]);
        Assert.Equal((string)recorded["headers"]!["Content-Type"]!, reply["Content-Type"]);
        Assert.Equal(((string)recorded["headers"]!["Etag"]!).Length, reply["ETag"]!.Length);
        Assert.Equal(new TimeSpan(11, 5, 0), reply.Instant("Expires").TimeOfDay);
    }

    [SkippableFact]
    public async Task A_list_has_the_recorded_headers_keys_and_kinds()
    {
        var recorded = RecordedData.Read("contracts/public-contracts_domain-10000043_page1_2020-06-17.headers.json")["headers"]!.AsObject();
        var rows = RecordedData.Read("contracts/public-contracts_domain-10000043_page1_2020-06-17.json.gz").AsArray();
        var reply = await Esi.GetAsync($"/contracts/public/{TheForge}");

        SameHeaders(recorded, reply);
        Assert.Equal(((string)recorded["Etag"]!).Length, reply["ETag"]!.Length);
        foreach (var type in new[] { "item_exchange", "auction", "courier" })
        {
            foreach (var forCorporation in new[] { false, true })
            {
                JsonObject? Example(IEnumerable<JsonObject> all) =>
                    all.FirstOrDefault(r => (string)r["type"]! == type && r.ContainsKey("for_corporation") == forCorporation);
                if (Example(rows.Select(r => r!.AsObject())) is not { } was || Example(reply.Rows) is not { } now)
                    continue;
                Assert.Equal(was.Select(p => p.Key), now.Select(p => p.Key));
                SameShape(was, now, type);
            }
        }
    }

    [SkippableFact]
    public async Task Item_rows_have_the_recorded_keys_and_kinds()
    {
        var shapes = new HashSet<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RecordedData.Directory, "contracts"), "items*.json", SearchOption.AllDirectories))
        {
            // The files below were invented by another project's tests; they are not recordings.
            if (!Path.GetFileName(file).Any(char.IsAsciiDigit) || Path.GetFileName(file).Length < "items-189863474.json".Length)
                continue;
            foreach (var row in JsonNode.Parse(File.ReadAllText(file))!.AsArray())
                shapes.Add(Shape(row!.AsObject()));
        }

        var made = new HashSet<string>();
        foreach (var id in Server.Market.Listed(TheForge))
        {
            var reply = await Esi.GetAsync($"/contracts/public/items/{id}");
            if (reply.Status == 200)
                made.UnionWith(reply.Rows.Select(Shape));
        }

        Assert.True(shapes.Count >= 3);
        Assert.Empty(shapes.Except(made));
    }

    [SkippableTheory]
    [InlineData("/contracts/public/{region_id}", "/contracts/public/10000043")]
    [InlineData("/universe/types/{type_id}", "/universe/types/24688")]
    [InlineData("/universe/groups/{group_id}", "/universe/groups/27")]
    [InlineData("/universe/categories/{category_id}", "/universe/categories/6")]
    [InlineData("/universe/regions/{region_id}", "/universe/regions/10000002")]
    [InlineData("/universe/constellations/{constellation_id}", "/universe/constellations/20000020")]
    [InlineData("/universe/systems/{system_id}", "/universe/systems/30000142")]
    [InlineData("/universe/stations/{station_id}", "/universe/stations/60003760")]
    [InlineData("/contracts/public/items/{contract_id}", null)]
    [InlineData("/contracts/public/bids/{contract_id}", null)]
    public async Task Answers_are_as_the_OpenAPI_document_describes_them(string route, string? path)
    {
        var schema = Schema(route);
        string[] paths = path is not null ? [path] : [.. Server.Market.Listed(TheForge).Select(id => route.Replace("{contract_id}", $"{id}", StringComparison.Ordinal))];
        var checkedRows = 0;
        foreach (var each in paths)
        {
            var reply = await Esi.GetAsync(each);
            if (reply.Status != 200)
                continue;
            foreach (var row in reply.Json is JsonArray rows ? rows.Select(r => r!.AsObject()) : [reply.Json.AsObject()])
            {
                Conforms(row, schema, each);
                checkedRows++;
            }
        }

        Assert.True(checkedRows > 0);
    }

    /// <summary>The schema of one object of the 200 answer.</summary>
    private static JsonObject Schema(string route)
    {
        var document = RecordedData.Read("esi-openapi-2026-08-18.json");
        var schema = Resolve(document["paths"]![route]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!);
        return (string?)schema["type"] == "array" ? Resolve(schema["items"]!) : schema;

        JsonObject Resolve(JsonNode node) => (string?)node["$ref"] is { } reference
            ? Resolve(reference.TrimStart('#', '/').Split('/').Aggregate(document, (at, part) => at[part]!))
            : node.AsObject();
    }

    private static void Conforms(JsonObject row, JsonObject schema, string where)
    {
        foreach (var required in schema["required"]!.AsArray())
            Assert.True(row.ContainsKey((string)required!), $"{where} lacks {required}");
        foreach (var (key, value) in row)
        {
            var described = schema["properties"]!.AsObject()[key];
            Assert.True(described is not null, $"{where} has {key}, which ESI does not have");
            if ((string?)described["type"] is { } type)
            {
                var kind = value!.GetValueKind();
                Assert.True(type switch
                {
                    "integer" => kind == JsonValueKind.Number && !value.ToJsonString().AsSpan().ContainsAny('.', 'E'),
                    "number" => kind == JsonValueKind.Number,
                    "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
                    "string" => kind == JsonValueKind.String,
                    "array" => kind == JsonValueKind.Array,
                    _ => kind == JsonValueKind.Object,
                }, $"{where}: {key} is {value.ToJsonString()}, which is no {type}");
            }
        }
    }

    private static void SameHeaders(JsonObject recorded, Reply reply) =>
        Assert.Empty(recorded.Select(h => h.Key).Except(OfTheTransport).Except(reply.Headers.Keys, StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// Checks that every recorded key is present with the same kind of value. A number with a fraction must have a fraction.
    /// </summary>
    private static void SameShape(JsonNode recorded, JsonNode made, string where)
    {
        Assert.True(Kind(recorded) == Kind(made), $"{where}: {recorded.ToJsonString()} was recorded, not {made.ToJsonString()}");
        if (recorded is JsonObject keys)
        {
            foreach (var (key, value) in keys)
                SameShape(value!, made[key] ?? throw new InvalidOperationException($"{where}.{key} is missing"), $"{where}.{key}");
        }
        else if (recorded is JsonArray { Count: > 0 } was && made is JsonArray { Count: > 0 } now)
        {
            SameShape(was[0]!, now[0]!, $"{where}[]");
        }
    }

    private static string Shape(JsonObject row) => string.Join(' ', row.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}:{Kind(p.Value!)}"));

    private static string Kind(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.Number => node.ToJsonString().AsSpan().ContainsAny(".eE") ? "fraction" : "whole",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => $"{kind}",
    };
}
