using System.Net.Http.Headers;
using System.Text.Json;

namespace HangarBay.Infrastructure.Esi;

/// <summary>A call to ESI: its route as named in logs and metrics, and its path relative to the base address.</summary>
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
            // The body is sent with its length. JsonContent would be sent in chunks, which some proxies answer with 411.
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(Ids, EsiJson.Default.Int64Array));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }


        // The tag is sent as it was received: ESI's tags are weak on some routes and strong on others.
        if (ETag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", ETag);
        return request;
    }
}
