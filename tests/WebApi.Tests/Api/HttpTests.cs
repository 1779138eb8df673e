using System.Net;
using System.Text.RegularExpressions;
using HangarBay.WebApi.Tests.Api.Given;

namespace HangarBay.WebApi.Tests.Api;

public sealed class HttpTests(SharedApi shared) : IClassFixture<SharedApi>
{
    private ApiFactory Api => shared.Api;

    public static TheoryData<string> Paths => ["/api/v1/contracts", "/api/v1/contracts/taxonomy", "/api/v1/regions", "/api/v1/locations", "/api/v1/names", "/api/v1/status", "/openapi/v1.json"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_path_answers_with_and_without_its_trailing_slash(string path) => Assert.Equal(
        (await Api.GetAsync(path)).Expect(HttpStatusCode.OK).Body,
        (await Api.GetAsync(path + '/')).Expect(HttpStatusCode.OK).Body);

    [Theory]
    [MemberData(nameof(Paths))]
    [InlineData("/api/v1/contracts/export?format=csv")]
    [InlineData("/api/v1/contracts/export?format=ndjson")]
    [InlineData("/api/v1/contracts/999")]
    [InlineData("/api/v1/contracts/?page=0")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/health")]
    [InlineData("/ready")]
    [InlineData("/docs/scalar.js")]
    [InlineData("/")]
    [InlineData("/contracts")]
    [InlineData("/contracts?page=0")]
    [InlineData("/contracts/999")]
    [InlineData("/coverage")]
    [InlineData("/about")]
    [InlineData("/nowhere")]
    [InlineData("/robots.txt")]
    [InlineData("/sitemap.xml")]
    public async Task Head_answers_as_get_does_without_the_body(string path)
    {
        foreach (var encoding in new[] { "identity", "gzip" })
        {
            // Asked once before, so that both of the following answers are kept ones.
            await Api.GetAsync(path);
            var get = await Api.SendAsync(HttpMethod.Get, path, ("Accept-Encoding", encoding), ("Accept", "text/html, */*"));
            var head = await Api.SendAsync(HttpMethod.Head, path, ("Accept-Encoding", encoding), ("Accept", "text/html, */*"));

            Assert.Empty(head.Body);
            Assert.Equal(get.Status, head.Status);
            Assert.Equal(Told(get), Told(head));
        }
    }

    /// <summary>The headers that do not depend on the connection or the time, without the page's nonce.</summary>
    private static IEnumerable<string> Told(Answer answer) => answer.Headers
        .Where(header => header.Key is not ("Date" or "Transfer-Encoding" or "Connection"))
        .Select(header => $"{header.Key}: {Regex.Replace(header.Value, "nonce-[^']+", "")}").Order();

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Any_site_may_read_a_public_answer(string path)
    {
        Assert.Equal("*", (await Api.SendAsync(HttpMethod.Get, path, ("Origin", "https://example.com"))).Header("Access-Control-Allow-Origin"));
        Assert.Equal("*", (await Api.GetAsync(path)).Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Any_site_may_read_the_reason_of_a_refusal()
    {
        var answer = await Api.SendAsync(HttpMethod.Get, "/api/v1/contracts/?page=0", ("Origin", "https://example.com"));

        Assert.Equal("*", answer.Expect(HttpStatusCode.UnprocessableEntity).Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_preflight_allows_reading_and_no_credentials()
    {
        var answer = await Api.SendAsync(
            HttpMethod.Options, "/api/v1/contracts/", ("Origin", "https://example.com"), ("Access-Control-Request-Method", "GET"));

        Assert.Equal("*", answer.Expect(HttpStatusCode.NoContent).Header("Access-Control-Allow-Origin"));
        Assert.Equal("GET, HEAD", answer.Header("Access-Control-Allow-Methods")?.Replace(",", ", ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal));
        Assert.Null(answer.Header("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("/api/v1/contracts/")]
    [InlineData("/api/v1/contracts/?page=0")]
    [InlineData("/nowhere")]
    public async Task Data_has_the_headers_that_stop_browsers_from_running_it(string path)
    {
        var answer = await Api.GetAsync(path);

        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", answer.Header("Referrer-Policy"));
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", answer.Header("Content-Security-Policy"));
        Assert.Null(answer.Header("Server"));
    }

    [Theory]
    [InlineData("", null, "en")]
    [InlineData("", "de", "de")]
    [InlineData("", "xx", "en")]
    [InlineData("", "xx, ja;q=0.4, ru;q=0.8", "ru")]
    [InlineData("", "de-AT, en;q=0.9", "de")]
    [InlineData("", "ZH-Hans-CN", "zh")]
    [InlineData("", "de;q=0, fr;q=0.1", "fr")]
    [InlineData("", "*", "en")]
    [InlineData("", ";;;,=q", "en")]
    [InlineData("?lang=ko", "de", "ko")]
    [InlineData("?lang=", "de", "de")]
    public async Task The_language_is_the_one_asked_for_else_the_one_accepted(string query, string? accepted, string expected)
    {
        var headers = accepted is null ? [] : new[] { ("Accept-Language", accepted) };
        var answer = (await Api.SendAsync(HttpMethod.Get, "/api/v1/contracts/taxonomy" + query, headers)).Expect(HttpStatusCode.OK);

        Assert.Equal(expected, answer.Header("Content-Language"));
        // Where the address has the language, no header decides it.
        Assert.Equal(query.Length > "?lang=".Length, !answer.Header("Vary")!.Contains("Accept-Language", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/api/v1/contracts/{0}")]
    [InlineData("/api/v1/contracts/?type_ids=24688")]
    public async Task Names_are_worded_in_the_readers_language(string path)
    {
        var answer = await Api.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, shared.RokhId) + (path.Contains('?') ? "&" : "?") + "lang=ja");

        Assert.Contains("\"primary_label\":\"ロク\"", answer.Expect(HttpStatusCode.OK).Body);
    }
}
