using System.Text.Json;

namespace HangarBay.Bench.Reading;

/// <summary>What is compared must say the same, or the comparison says nothing.</summary>
internal static class SameAnswers
{
    /// <exception cref="InvalidOperationException">They differ, twice in a row: between two answers a minute may have passed.</exception>
    public static async Task CheckAsync(HttpClient application, HttpClient bare, ReadRequest request)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var one = JsonDocument.Parse(await application.GetByteArrayAsync(request.Path));
            using var other = JsonDocument.Parse(await bare.GetByteArrayAsync(request.Path));
            if (JsonElement.DeepEquals(one.RootElement, other.RootElement)) return;
            if (attempt == 2) throw new InvalidOperationException($"{request.Name}: the bare endpoint does not answer as the application does: {FindDifference("$", one.RootElement, other.RootElement)}");
        }
    }

    /// <summary>The first one; null where there is none.</summary>
    private static string? FindDifference(string path, JsonElement one, JsonElement other)
    {
        if (JsonElement.DeepEquals(one, other)) return null;
        if (one.ValueKind == JsonValueKind.Array && other.ValueKind == JsonValueKind.Array && one.GetArrayLength() == other.GetArrayLength())
        {
            return one.EnumerateArray().Zip(other.EnumerateArray())
                .Select((pair, index) => FindDifference($"{path}[{index}]", pair.First, pair.Second)).FirstOrDefault(difference => difference is not null);
        }

        if (one.ValueKind == JsonValueKind.Object && other.ValueKind == JsonValueKind.Object)
        {
            var differing = one.EnumerateObject().Select(property => other.TryGetProperty(property.Name, out var value)
                ? FindDifference($"{path}.{property.Name}", property.Value, value)
                : $"{path}.{property.Name} is missing").FirstOrDefault(difference => difference is not null);
            return differing ?? $"{path} has more";
        }

        return $"{path} is {Short(one)} and {Short(other)}";
    }

    private static string Short(JsonElement value) => value.GetRawText() is { Length: > 200 } text ? text[..200] + "…" : value.GetRawText();
}
