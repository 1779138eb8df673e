using System.Net;
using System.Text;
using System.Text.Json;

namespace HangarBay.WebApi.Tests.Api.Given;

/// <summary>The answer to a request. An unexpected status fails the test with the body.</summary>
internal sealed record Answer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The ids of a page's rows, in its order.</summary>
    public IReadOnlyList<long> Ids => [.. Expect(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("contract_id").GetInt64())];

    public int Total => Expect(HttpStatusCode.OK).Json.GetProperty("total").GetInt32();

    /// <summary>The parameters that a problem names.</summary>
    public IReadOnlyList<string> Errors => [.. Json.GetProperty("errors").EnumerateObject().Select(error => error.Name)];

    public static async Task<Answer> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
        // Not read as a string, which would hide a byte order mark.
        Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()));

    /// <summary>The value of a header; null where the answer does not have it.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public Answer Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"Expected {(int)status}, got {(int)Status}: {Body}");
        return this;
    }

    /// <summary>Checks the status and the common format of errors.</summary>
    public Answer ExpectProblem(HttpStatusCode status)
    {
        Expect(status);
        Assert.Equal("application/problem+json", Header("Content-Type"));
        Assert.Equal("about:blank", Json.GetProperty("type").GetString());
        Assert.NotEmpty(Json.GetProperty("title").GetString()!);
        Assert.Equal((int)status, Json.GetProperty("status").GetInt32());
        Assert.EndsWith(".", Json.GetProperty("detail").GetString());
        Assert.Matches("^[0-9a-f]{32}$", Json.GetProperty("trace_id").GetString());
        return this;
    }
}
