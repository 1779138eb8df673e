using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HangarBay.Infrastructure.Esi;

namespace HangarBay.Infrastructure.Tests.Esi;

/// <summary>Compares what the client reads with ESI's OpenAPI document for the client's compatibility date.</summary>
public sealed class OpenApiTests
{
    private const string Document = "esi-openapi-2026-08-18.json";

    [SkippableTheory]
    [InlineData("/contracts/public/{region_id}", "get", typeof(EsiContractRow))]
    [InlineData("/contracts/public/items/{contract_id}", "get", typeof(EsiLineRow))]
    [InlineData("/contracts/public/bids/{contract_id}", "get", typeof(EsiBidRow))]
    [InlineData("/universe/types/{type_id}", "get", typeof(TypeBody))]
    [InlineData("/universe/groups/{group_id}", "get", typeof(GroupBody))]
    [InlineData("/universe/categories/{category_id}", "get", typeof(CategoryBody))]
    [InlineData("/universe/regions/{region_id}", "get", typeof(RegionBody))]
    [InlineData("/universe/systems/{system_id}", "get", typeof(SystemBody))]
    [InlineData("/universe/stations/{station_id}", "get", typeof(StationBody))]
    [InlineData("/universe/names", "post", typeof(NameRow))]
    public void Every_key_the_client_reads_is_in_the_document_with_that_type_and_need(string path, string method, Type type)
    {
        var document = RecordedData.ReadJson(Document);
        var schema = SchemaOf(document, path, method);
        if (schema.TryGetProperty("items", out var items)) schema = Resolve(document, items);
        var promised = schema.GetProperty("properties");
        var required = schema.TryGetProperty("required", out var keys) ? keys.EnumerateArray().Select(key => key.GetString()).ToList() : [];

        var read = EsiJson.Default.GetTypeInfo(type)!.Properties;
        Assert.NotEmpty(read);
        Assert.All(read, key =>
        {
            Assert.True(promised.TryGetProperty(key.Name, out var property), $"{key.Name} is not in the document.");
            Assert.Contains(Underlying(key), TypesFor(Resolve(document, property)));

            // A key that ESI always sends is required; one that may be absent is nullable, because absent is not the same as false. The
            // names of the catalogue are always sent but not required, because they are only shown.
            var isOnlyShown = key.Name == "name" && (type == typeof(TypeBody) || type == typeof(GroupBody) || type == typeof(CategoryBody));
            Assert.Equal((key.Name, required.Contains(key.Name) && !isOnlyShown), (key.Name, key.IsRequired));
            Assert.Equal((key.Name, !key.IsRequired), (key.Name, key.IsSetNullable && IsNullable(key)));
        });
    }

    [SkippableFact]
    public void The_document_has_no_contract_type_that_the_client_does_not_know()
    {
        var document = RecordedData.ReadJson(Document);
        var row = Resolve(document, SchemaOf(document, "/contracts/public/{region_id}", "get").GetProperty("items"));

        var words = Resolve(document, row.GetProperty("properties").GetProperty("type")).GetProperty("enum").EnumerateArray();

        Assert.Equal(["auction", "courier", "item_exchange", "loan", "unknown"], words.Select(word => word.GetString()).Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public void The_document_has_regions_as_a_list_of_ids_and_a_thousand_names_a_request()
    {
        var document = RecordedData.ReadJson(Document);
        var regions = SchemaOf(document, "/universe/regions", "get");
        Assert.Equal("integer", Resolve(document, regions.GetProperty("items")).GetProperty("type").GetString());

        var ids = document.GetProperty("paths").GetProperty("/universe/names").GetProperty("post").GetProperty("requestBody")
            .GetProperty("content").GetProperty("application/json").GetProperty("schema");
        Assert.Equal(1000, Resolve(document, ids).GetProperty("maxItems").GetInt32());
    }

    [SkippableFact]
    public void The_document_is_of_the_clients_compatibility_date()
    {
        var version = RecordedData.ReadJson(Document).GetProperty("info").GetProperty("version").GetString();

        Assert.Equal(new EsiOptions().CompatibilityDate, version);
    }

    private static JsonElement SchemaOf(JsonElement document, string path, string method) => Resolve(
        document,
        document.GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses").GetProperty("200")
            .GetProperty("content").GetProperty("application/json").GetProperty("schema"));

    private static JsonElement Resolve(JsonElement document, JsonElement schema) => schema.TryGetProperty("$ref", out var reference)
        ? Resolve(document, document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]))
        : schema;

    private static Type Underlying(JsonPropertyInfo key) => Nullable.GetUnderlyingType(key.PropertyType) ?? key.PropertyType;

    private static bool IsNullable(JsonPropertyInfo key) => !key.PropertyType.IsValueType || Nullable.GetUnderlyingType(key.PropertyType) is not null;

    private static Type[] TypesFor(JsonElement schema)
    {
        var format = schema.TryGetProperty("format", out var f) ? f.GetString() : null;
        return schema.GetProperty("type").GetString() switch
        {
            "integer" => [typeof(long), typeof(int)],
            "number" => [typeof(decimal), typeof(double)],
            "boolean" => [typeof(bool)],
            "string" when format == "date-time" => [typeof(DateTimeOffset)],
            "string" => [typeof(string)],
            _ => [],
        };
    }
}
