using System.Net;
using System.Xml.Linq;
using HangarBay.WebApi.Tests.Api.Given;
using HangarBay.WebApi.Tests.Pages.Given;

namespace HangarBay.WebApi.Tests.Pages;

/// <summary>The files for search engines.</summary>
public sealed class SitemapTests
{
    private const string Address = "https://hangar.example.com";

    private static readonly XNamespace Form = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task The_index_leads_to_the_pages_and_to_every_region_that_has_contracts()
    {
        await using var api = await StartAsync(Address);

        var maps = Locations(await api.GetAsync("/sitemap.xml"), "sitemapindex");
        Assert.Equal([$"{Address}/sitemap-pages.xml", $"{Address}/sitemap-regions.xml"], maps);
        Assert.Equal(
            [$"{Address}/contracts", $"{Address}/coverage", $"{Address}/about"],
            Locations(await api.GetAsync("/sitemap-pages.xml"), "urlset"));
        var regions = await api.GetAsync("/sitemap-regions.xml");
        Assert.Equal([$"{Address}/contracts?region_ids=10000002"], Locations(regions, "urlset"));
        Assert.Equal("2026-03-14T11:53:00Z", XDocument.Parse(regions.Body).Descendants(Form + "lastmod").Single().Value);
    }

    [Fact]
    public async Task The_sitemap_uses_the_canonical_address_of_a_region()
    {
        await using var api = await StartAsync(Address);

        var page = PageCheck.Read((await api.GetAsync("/contracts?region_ids=10000002")).Expect(HttpStatusCode.OK));

        Assert.Equal($"{Address}/contracts?region_ids=10000002", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_robots_file_names_the_index()
    {
        await using var api = await StartAsync(Address);

        var robots = (await api.GetAsync("/robots.txt")).Expect(HttpStatusCode.OK);

        Assert.Equal("text/plain; charset=utf-8", robots.Header("Content-Type"));
        Assert.StartsWith("User-agent: *\n", robots.Body, StringComparison.Ordinal);
        Assert.Contains("\nDisallow: /api/v1/contracts/export\n", robots.Body);
        Assert.EndsWith($"\nSitemap: {Address}/sitemap.xml\n", robots.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_without_a_configured_address_has_no_sitemap()
    {
        await using var api = await StartAsync("");

        foreach (var path in new[] { "/sitemap.xml", "/sitemap-pages.xml", "/sitemap-regions.xml" })
            Assert.Equal("no-store", (await api.GetAsync(path)).ExpectProblem(HttpStatusCode.NotFound).Header("Cache-Control"));
        Assert.DoesNotContain("Sitemap:", (await api.GetAsync("/robots.txt")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/robots.txt")]
    [InlineData("/sitemap.xml")]
    [InlineData("/sitemap-pages.xml")]
    [InlineData("/sitemap-regions.xml")]
    public async Task A_known_tag_gets_304(string path)
    {
        await using var api = await StartAsync(Address);
        var tag = (await api.GetAsync(path)).Expect(HttpStatusCode.OK).Header("ETag")!;

        (await api.SendAsync(HttpMethod.Get, path, ("If-None-Match", tag))).Expect(HttpStatusCode.NotModified);
        Assert.Empty((await api.SendAsync(HttpMethod.Head, path)).Expect(HttpStatusCode.OK).Body);
    }

    private static IEnumerable<string> Locations(Answer answer, string root)
    {
        var document = XDocument.Parse(answer.Expect(HttpStatusCode.OK).Body);
        Assert.Equal("application/xml; charset=utf-8", answer.Header("Content-Type"));
        Assert.Equal(Form + root, document.Root!.Name);
        return document.Descendants(Form + "loc").Select(location => location.Value);
    }

    private static async Task<ApiFactory> StartAsync(string address)
    {
        var api = await ApiFactory.StartAsync(settings: new Dictionary<string, string> { ["Site:Address"] = address });
        await api.GivenContract(ContractBuilder.AContract().Offering(Universe.Rokh));
        await api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
        await api.GivenAnotherSweepOf(Universe.Domain, Universe.Noon.AddMinutes(-3));
        return api;
    }
}
