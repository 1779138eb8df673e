using System.Net;
using HangarBay.WebApi.Tests.Api;
using HangarBay.WebApi.Tests.Api.Given;
using HangarBay.WebApi.Tests.Pages.Given;
using static HangarBay.WebApi.Tests.Api.Given.ContractBuilder;

namespace HangarBay.WebApi.Tests.Pages;

/// <summary>How a contract's page reads its address, and which parts of the address it keeps.</summary>
public sealed class ContractPageAddressTests(SharedApi shared) : IClassFixture<SharedApi>
{
    private const string Hostile = "\"><script>alert(1)</script>";

    private string Path => $"/contracts/{shared.RokhId}";

    [Theory]
    [InlineData("", "/contracts")]
    [InlineData("?search=rokh%20%26&segment=all&page=3", "/contracts?search=rokh%20%26&segment=all&page=3")]
    [InlineData("?search=rokh&min_price=cheap", "/contracts")]
    [InlineData("?lang=de&min_price=cheap", "/contracts?lang=de")]
    public async Task The_link_back_leads_to_the_list_that_the_reader_came_from(string query, string back)
    {
        var page = await shared.Api.VisitAsync(Path + query);

        Assert.Equal(back, page.QuerySelector(".back a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("?search=rokh", "")]
    [InlineData("?search=rokh&lang=de", "?lang=de")]
    public async Task It_has_one_canonical_address_in_each_language_from_every_list(string query, string canonical)
    {
        var page = await shared.Api.VisitAsync(Path + query);

        Assert.Equal(Path + canonical, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal($"{Path}?lang=ja", page.QuerySelector("link[hreflang=ja]")!.GetAttribute("href"));
        Assert.Equal($"{Path}?search=rokh&lang=ja", page.QuerySelector(".languages a[hreflang=ja]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_preview_of_a_link_has_the_item_the_price_and_the_place()
    {
        var page = await shared.Api.VisitAsync(Path);

        Assert.Equal("Mixed lot: Ship ×\u00a01, Material ×\u00a01 · 285,000,000.00 ISK", page.Meta("og:title"));
        Assert.Equal(
            "Item exchange in Jita IV - Moon 4 - Caldari Navy Assembly Plant, The Forge. 2 lines. Expires 20 Mar 2026, 12:00 EVE time.",
            page.Meta("og:description"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("9007199254740993")]
    public async Task An_id_that_no_contract_can_have_is_missing_too(string id)
    {
        var page = await shared.Api.VisitAsync($"/contracts/{id}", HttpStatusCode.NotFound);

        Assert.Contains(id, page.QuerySelector("main")!.Said(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("de", "de")]
    [InlineData("fr", "fr")]
    [InlineData("ja", "ja")]
    [InlineData("ru", "ru")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("ko", "ko")]
    [InlineData("es", "es")]
    public async Task Every_page_exists_in_every_language(string language, string tag)
    {
        foreach (var path in new[] { Path, $"/contracts/{shared.AuctionId}", $"/contracts/{shared.AuctionId + 1}", "/coverage", "/about" })
            Assert.Equal(tag, (await shared.Api.VisitAsync($"{path}?lang={language}")).DocumentElement.GetAttribute("lang"));
        Assert.Equal(tag, (await shared.Api.VisitAsync($"/contracts/77?lang={language}", HttpStatusCode.NotFound)).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_name_in_another_language_has_a_lang_attribute()
    {
        var german = await shared.Api.VisitAsync($"{Path}?lang=de");

        Assert.Equal("Rifter", (await shared.Api.VisitAsync($"/contracts/{shared.AuctionId}?lang=de")).QuerySelector("h1 [lang=en]")!.TextContent);
        Assert.Equal(["en", null], german.QuerySelectorAll("tbody a").Select(link => link.GetAttribute("lang")));
        Assert.Empty((await shared.Api.VisitAsync($"{Path}?lang=ja")).QuerySelectorAll("h1 [lang]"));
    }

    [Fact]
    public async Task A_known_tag_gets_304()
    {
        var tag = (await shared.Api.GetAsync(Path)).Expect(HttpStatusCode.OK).Header("ETag")!;

        for (var time = 0; time < 3; time++)
            Assert.Empty((await shared.Api.SendAsync(HttpMethod.Get, Path, ("If-None-Match", tag))).Expect(HttpStatusCode.NotModified).Body);
        Assert.NotEqual(tag, (await shared.Api.GetAsync($"{Path}?search=rokh")).Header("ETag"));
    }

    [Fact]
    public async Task Issuers_link_to_the_configured_site_and_are_shown_by_name()
    {
        var page = await shared.Api.VisitAsync(Path);

        var issuer = page.QuerySelector(".issuer a")!;
        Assert.Equal(("Ada Lovelace", "https://zkillboard.com/character/2112000001/"), (issuer.Said(), issuer.GetAttribute("href")));
        Assert.Equal("noopener noreferrer nofollow", issuer.GetAttribute("rel"));
    }

    [Fact]
    public async Task Text_of_issuers_is_never_markup_in_titles_and_links()
    {
        await using var api = await ApiFactory.StartAsync();
        var ids = await api.GivenContracts(AContract().Titled(Hostile), AContract().Titled(Hostile).Offering(Universe.Rokh));

        foreach (var id in ids)
        {
            var answer = (await api.GetAsync($"/contracts/{id}?search={Uri.EscapeDataString(Hostile)}")).Expect(HttpStatusCode.OK);
            Assert.DoesNotContain("<script>alert", answer.Body, StringComparison.OrdinalIgnoreCase);
            PageCheck.Read(answer);
        }

        var titled = await api.VisitAsync($"/contracts/{ids[0]}");
        Assert.Equal((Hostile, Hostile), (titled.QuerySelector("h1")!.TextContent, titled.Meta("og:title")));
        Assert.Equal($"{Hostile} · Hangar Bay", titled.Title);
        Assert.Equal($"<url=contract:30000142//{ids[0]}>\"scriptalert(1)/script</url>", titled.QuerySelector(".copy input")!.GetAttribute("value"));
        Assert.Equal(Hostile, (await api.VisitAsync($"/contracts/{ids[1]}")).QuerySelector("q.title")!.TextContent);
    }

    [Fact]
    public async Task Pictures_come_from_the_server_that_was_set_and_from_no_other()
    {
        var (page, policy) = await PicturesAsync("https://pictures.example");
        Assert.Equal("https://pictures.example/types/24688/icon?size=128", page.QuerySelector("header .icon img")!.GetAttribute("src"));
        Assert.Contains("img-src 'self' https://pictures.example;", policy, StringComparison.Ordinal);

        (page, policy) = await PicturesAsync("");
        Assert.Empty(page.QuerySelectorAll("img"));
        Assert.Empty(page.QuerySelectorAll(".icon"));
        Assert.Contains("img-src 'self';", policy, StringComparison.Ordinal);
    }

    private static async Task<(AngleSharp.Html.Dom.IHtmlDocument Page, string Policy)> PicturesAsync(string server)
    {
        await using var api = await ApiFactory.StartAsync(settings: new Dictionary<string, string> { ["Site:Images"] = server });
        var answer = (await api.GetAsync($"/contracts/{await api.GivenContract(AContract().Offering(Universe.Rokh))}")).Expect(HttpStatusCode.OK);
        return (PageCheck.Read(answer), answer.Header("Content-Security-Policy")!);
    }
}
