using System.Net;
using HangarBay.WebApi.Tests.Api.Given;
using HangarBay.WebApi.Tests.Pages.Given;

namespace HangarBay.WebApi.Tests.Api;

/// <summary>Search engines must not list answers to questions about persons (B15).</summary>
public sealed class IndexingTests : IAsyncLifetime
{
    private ApiFactory _api = null!;

    public async Task InitializeAsync() => _api = await ApiFactory.StartAsync(settings: new Dictionary<string, string> { ["Cache:Enabled"] = "true" });

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [InlineData("/api/v1/contracts/?issuer_ids=2112000001", "noindex")]
    [InlineData("/api/v1/contracts/?ISSUER_IDS=2112000001&lang=de", "noindex")]
    [InlineData("/api/v1/contracts/count?issuer_ids=2112000001", "noindex")]
    [InlineData("/api/v1/contracts/export?issuer_ids=2112000001", "noindex")]
    [InlineData("/contracts?issuer_ids=2112000001", "noindex")]
    [InlineData("/api/v1/contracts/?issuer_ids=", null)]
    [InlineData("/api/v1/contracts/?region_ids=10000002", null)]
    [InlineData("/contracts", null)]
    public async Task Who_asks_about_persons_gets_an_answer_that_is_not_listed(string path, string? expected)
    {
        // The second answer is a kept one, and the third is found by its address alone.
        for (var time = 0; time < 3; time++)
        {
            var answer = (await _api.GetAsync(path)).Expect(HttpStatusCode.OK);
            Assert.Equal(expected, answer.Header("X-Robots-Tag"));
        }
    }

    [Fact]
    public async Task An_answer_that_the_client_has_already_says_so_too()
    {
        const string Path = "/api/v1/contracts/?issuer_ids=2112000001";
        var tag = (await _api.GetAsync(Path)).Expect(HttpStatusCode.OK).Header("ETag")!;

        var again = (await _api.SendAsync(HttpMethod.Get, Path, ("If-None-Match", tag))).Expect(HttpStatusCode.NotModified);

        Assert.Equal("noindex", again.Header("X-Robots-Tag"));
    }

    [Fact]
    public async Task A_page_about_persons_says_so_itself_and_other_pages_do_not()
    {
        static bool IsListed(ReadPage page) => page.Document.QuerySelector("meta[name=robots]") is null;

        Assert.False(IsListed(await ReadPage.OpenAsync(_api, "/contracts?issuer_ids=2112000001")));
        Assert.True(IsListed(await ReadPage.OpenAsync(_api, "/contracts?end_security=high")));
    }
}
