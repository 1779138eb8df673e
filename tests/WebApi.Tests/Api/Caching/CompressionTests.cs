using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace HangarBay.WebApi.Tests.Api.Caching;

/// <summary>A client that accepts compressed text gets it.</summary>
public sealed class CompressionTests(SharedApi shared) : IClassFixture<SharedApi>
{
    [Theory]
    [InlineData("/api/v1/contracts/", "br, gzip", "br", HttpStatusCode.OK)]
    [InlineData("/api/v1/contracts/", "gzip", "gzip", HttpStatusCode.OK)]
    [InlineData("/api/v1/contracts/", "br;q=0, gzip;q=0.1", "gzip", HttpStatusCode.OK)]
    [InlineData("/api/v1/contracts/", "identity", "", HttpStatusCode.OK)]
    [InlineData("/api/v1/contracts/taxonomy", "br", "br", HttpStatusCode.OK)]
    [InlineData("/api/v1/status", "br", "br", HttpStatusCode.OK)]
    [InlineData("/openapi/v1.json", "br", "br", HttpStatusCode.OK)]
    [InlineData("/api/v1/contracts/?page=0", "br", "br", HttpStatusCode.UnprocessableEntity)]
    public async Task Text_is_compressed_with_the_encoding_that_the_client_prefers(string path, string accepted, string expected, HttpStatusCode status)
    {
        using var client = new HttpClient { BaseAddress = shared.Api.ClientOptions.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var answer = await client.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(expected, string.Join(',', answer.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        await using var body = await answer.Content.ReadAsStreamAsync();
        await using Stream text = expected switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        Assert.Equal(JsonValueKind.Object, (await JsonDocument.ParseAsync(text)).RootElement.ValueKind);
    }

    [Fact]
    public async Task Without_Accept_Encoding_the_text_is_plain_and_Vary_names_the_header()
    {
        var answer = (await shared.Api.GetAsync("/api/v1/contracts/?lang=de")).Expect(HttpStatusCode.OK);

        Assert.Null(answer.Header("Content-Encoding"));
        Assert.Equal("Accept-Encoding", answer.Header("Vary"));
    }
}
