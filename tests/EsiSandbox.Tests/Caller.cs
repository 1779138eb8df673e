using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace HangarBay.EsiSandbox.Tests;

/// <summary>An HTTP client of a sandbox.</summary>
internal sealed class Caller(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };

    public async Task<Reply> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request);
        return await Reply.ReadAsync(response);
    }

    public async Task<Reply> PostAsync(string path, object? body = null)
    {
        using var response = await _http.PostAsync(path, body is null ? null : JsonContent.Create(body));
        return await Reply.ReadAsync(response);
    }

    /// <summary>All rows of a region's list, page by page.</summary>
    public async Task<List<JsonObject>> ListAsync(int region)
    {
        var rows = new List<JsonObject>();
        for (var (page, pages) = (1, 1); page <= pages; page++)
        {
            var reply = await GetAsync($"/contracts/public/{region}?page={page}");
            Assert.Equal(200, reply.Status);
            pages = int.Parse(reply["X-Pages"]!, System.Globalization.CultureInfo.InvariantCulture);
            rows.AddRange(reply.Rows);
        }

        return rows;
    }

    public void Dispose() => _http.Dispose();
}

internal sealed record Reply(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    private JsonNode? _json;

    public string? this[string header] => Headers.TryGetValue(header, out var value) ? value : null;

    public JsonNode Json => _json ??= JsonNode.Parse(Body)!;

    public IEnumerable<JsonObject> Rows => Json.AsArray().Select(row => row!.AsObject());

    public long[] Ids => [.. Rows.Select(row => (long)row["contract_id"]!)];

    public DateTimeOffset Instant(string header) => DateTimeOffset.Parse(this[header]!, System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<Reply> ReadAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new((int)response.StatusCode, headers, await response.Content.ReadAsStringAsync());
    }
}
