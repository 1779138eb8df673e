using System.Net;
using HangarBay.WebApi.Tests.Api.Given;
using HangarBay.WebApi.Tests.Pages.Given;

namespace HangarBay.WebApi.Tests.Pages;

/// <summary>The site's own files, as a deployed process serves them.</summary>
public sealed class StaticFileTests : IAsyncLifetime
{
    private ApiFactory _api = null!;

    public async Task InitializeAsync() => _api = await ApiFactory.StartAsync(settings: new Dictionary<string, string>
    {
        ["environment"] = "Production",
        // Without this setting a built, not published, site is served as for development.
        ["ReloadStaticAssetsAtRuntime"] = "false",
    });

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Files_of_a_page_are_named_by_a_hash_of_their_content_and_cached_for_ever()
    {
        var page = PageCheck.Read((await _api.GetAsync("/contracts")).Expect(HttpStatusCode.OK));
        var files = page.QuerySelectorAll("script[src], link[rel=stylesheet], link[rel=icon]")
            .Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!).ToList();

        Assert.Equal(7, files.Count);
        foreach (var file in files)
        {
            Assert.Matches(@"^/(_framework/)?[a-z.]+\.[0-9a-z]{10}\.(css|js|svg)$", file);
            var answer = (await _api.GetAsync(file)).Expect(HttpStatusCode.OK);
            Assert.Contains("max-age=31536000", answer.Header("Cache-Control"));
            Assert.Contains("immutable", answer.Header("Cache-Control"));
            Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        }
    }

    [Theory]
    [InlineData("/site.css", "text/css")]
    [InlineData("/site.js", "text/javascript")]
    [InlineData("/box.js", "text/javascript")]
    [InlineData("/news.js", "text/javascript")]
    [InlineData("/favicon.svg", "image/svg+xml")]
    public async Task A_file_under_its_plain_name_is_revalidated(string path, string type)
    {
        var answer = (await _api.GetAsync(path)).Expect(HttpStatusCode.OK);

        Assert.StartsWith(type, answer.Header("Content-Type"), StringComparison.Ordinal);
        Assert.DoesNotContain("immutable", answer.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
    }

    [Theory]
    [InlineData("/site.css.map")]
    [InlineData("/site.js.map")]
    [InlineData("/_framework/blazor.web.js.map")]
    [InlineData("/appsettings.json")]
    [InlineData("/HangarBay.WebApi.dll")]
    [InlineData("/HangarBay.WebApi.staticwebassets.endpoints.json")]
    [InlineData("/wwwroot/site.css")]
    [InlineData("/_framework/../appsettings.json")]
    public async Task Other_files_are_not_served(string path) => (await _api.GetAsync(path)).Expect(HttpStatusCode.NotFound);
}
