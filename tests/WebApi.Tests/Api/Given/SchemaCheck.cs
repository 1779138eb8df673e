using System.Text.Json;

namespace HangarBay.WebApi.Tests.Api.Given;

/// <summary>Compares a JSON value with a schema of the OpenAPI document: the same keys everywhere, and the types of the schema.</summary>
internal sealed class SchemaCheck(JsonElement document)
{
    private readonly List<string> _flaws = [];

    public static void Holds(JsonElement document, JsonElement schema, JsonElement value)
    {
        var check = new SchemaCheck(document);
        check.Check(schema, value, "$");
        Assert.True(check._flaws.Count == 0, string.Join('\n', check._flaws));
    }

    private void Check(JsonElement schema, JsonElement value, string at)
    {
        schema = Resolve(schema);
        if (schema.TryGetProperty("oneOf", out var options))
        {
            var isNull = value.ValueKind == JsonValueKind.Null;
            var fitting = options.EnumerateArray().Select(Resolve).Where(option => AllowsNull(option) == isNull).ToList();
            if (fitting is [var option]) Check(option, value, at);
            else _flaws.Add($"{at}: {fitting.Count} options for {value.GetRawText()}");
        }
        else
        {
            CheckType(schema, value, at);
            CheckWords(schema, value, at);
            if (value.ValueKind == JsonValueKind.Object) CheckKeys(schema, value, at);
            if (value.ValueKind == JsonValueKind.Array)
                foreach (var item in value.EnumerateArray()) Check(schema.GetProperty("items"), item, at + "[]");
        }
    }

    private void CheckKeys(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("additionalProperties", out var any))
        {
            foreach (var property in value.EnumerateObject()) Check(any, property.Value, $"{at}.{property.Name}");
            return;
        }

        var promised = schema.GetProperty("properties");
        var required = schema.GetProperty("required").EnumerateArray().Select(key => key.GetString()!).Order().ToList();
        var declared = promised.EnumerateObject().Select(property => property.Name).Order().ToList();
        var written = value.EnumerateObject().Select(property => property.Name).Order().ToList();
        if (!declared.SequenceEqual(written)) _flaws.Add($"{at}: declared {string.Join(' ', declared)}, written {string.Join(' ', written)}");
        if (!required.SequenceEqual(declared)) _flaws.Add($"{at}: not every key is required");
        foreach (var property in value.EnumerateObject().Where(property => declared.Contains(property.Name)))
            Check(promised.GetProperty(property.Name), property.Value, $"{at}.{property.Name}");
    }

    private void CheckType(JsonElement schema, JsonElement value, string at)
    {
        if (!schema.TryGetProperty("type", out var type))
        {
            _flaws.Add($"{at}: a schema without a type");
            return;
        }

        var types = type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)] : new[] { type.GetString()! };
        if (!types.Any(one => Is(one, value))) _flaws.Add($"{at}: {value.GetRawText()} is not {string.Join('/', types)}");
    }

    private void CheckWords(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)))
            _flaws.Add($"{at}: {value.GetRawText()} is none of {words.GetRawText()}");
    }

    private JsonElement Resolve(JsonElement schema) => schema.TryGetProperty("$ref", out var reference)
        ? document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1])
        : schema;

    private static bool AllowsNull(JsonElement schema) => schema.GetProperty("type").GetRawText().Contains("\"null\"", StringComparison.Ordinal);

    private static bool Is(string type, JsonElement value) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "string" => value.ValueKind == JsonValueKind.String,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => false,
    };
}
