using System.Net.Http.Headers;
using System.Text.Json;

namespace HangarBay.Infrastructure.Esi;

/// <summary>A call to ESI: its route as logs and metrics name it, and its path, relative to the base address.</summary>
internal sealed record EsiCall(string Route, string Path, EsiPriority Priority)
{
    public string? ETag { get; init; }

    /// <summary>The body of a POST; null makes it a GET.</summary>
    public long[]? Ids { get; init; }

    public HttpRequestMessage ToRequest()
    {
        var request = new HttpRequestMessage(Ids is null ? HttpMethod.Get : HttpMethod.Post, Path);
        if (Ids is not null)
        {
            // With its length: JsonContent would be sent in chunks, which some proxies answer with 411.
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(Ids, EsiJson.Default.Int64Array));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }


        // As it came: ESI's tags are weak on some routes, strong on others.
        if (ETag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", ETag);
        return request;
    }
}
