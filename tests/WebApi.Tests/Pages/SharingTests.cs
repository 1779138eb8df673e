using System.Net;
using AngleSharp.Html.Dom;
using HangarBay.WebApi.Tests.Api.Given;
using HangarBay.WebApi.Tests.Pages.Given;

namespace HangarBay.WebApi.Tests.Pages;

/// <summary>The preview of a link for readers who have not opened it.</summary>
public sealed class SharingTests(Api.SharedApi shared) : IClassFixture<Api.SharedApi>
{
    private ApiFactory Api => shared.Api;

    [Theory]
    [InlineData("/contracts", "Ship contracts", "1 live public contract in EVE Online.")]
    [InlineData("/contracts?search=rokh&max_price=300000000&security=high", "rokh under 300 M in high-sec", "1 live, from 285 M ISK, as of 11:53 EVE time.")]
    [InlineData("/contracts?region_ids=10000002", "Ship contracts in The Forge", "1 live, from 285 M ISK, as of 11:53 EVE time.")]
    [InlineData("/contracts?group_id=27&lang=de", "Schlachtschiff", "1 aktiv, ab 285 M ISK, Stand 11:53 Uhr EVE-Zeit.")]
    [InlineData("/contracts?search=nothing", "nothing", "0 live, as of 11:53 EVE time.")]
    [InlineData("/contracts?segment=couriers&min_reward=1", "Courier contracts, Reward ≥ 1", "1 live, as of 11:53 EVE time.")]
    public async Task A_view_has_a_short_title_and_description(string path, string title, string description)
    {
        var page = await ReadAsync(path);

        Assert.Equal($"{title} · Hangar Bay", page.Title);
        Assert.Equal(title, Property(page, "og:title"));
        Assert.Equal(description, Property(page, "og:description"));
        Assert.Equal(description, page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        Assert.Equal("summary", page.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
    }

    [Fact]
    public async Task The_lowest_price_is_that_of_all_pages()
    {
        await using var api = await ApiFactory.StartAsync();
        await api.GivenContracts([.. new[] { 300m, 200m, 250m }.Select(millions => ContractBuilder.AContract().Priced(millions * 1_000_000).Offering(Universe.Rokh))]);
        await api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));

        foreach (var order in new[] { "", "&sort_by=price&sort_direction=asc", "&sort_by=price", "&page=2" })
        {
            var page = PageCheck.Read((await api.GetAsync($"/contracts?search=rokh&size=1{order}")).Expect(HttpStatusCode.OK));
            Assert.Equal("3 live, from 200 M ISK, as of 11:53 EVE time.", Property(page, "og:description"));
        }
    }

    [Fact]
    public async Task A_price_of_zero_is_no_lowest_price()
    {
        await using var api = await ApiFactory.StartAsync();
        await api.GivenContracts([.. new[] { 0m, 200m, 0m }.Select(millions => ContractBuilder.AContract().Priced(millions * 1_000_000).Offering(Universe.Rokh))]);
        await api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));

        foreach (var (asked, told) in new[]
        {
            ("&size=1", "3 live, from 200 M ISK"), ("&size=1&sort_by=price&sort_direction=asc", "3 live, from 200 M ISK"), ("", "3 live, from 200 M ISK"),
            ("&max_price=0&size=1", "2 live"),
        })
        {
            var page = PageCheck.Read((await api.GetAsync($"/contracts?search=rokh{asked}")).Expect(HttpStatusCode.OK));
            Assert.Equal($"{told}, as of 11:53 EVE time.", Property(page, "og:description"));
        }
    }

    [Theory]
    [InlineData("en", "en_GB")]
    [InlineData("zh", "zh_CN")]
    [InlineData("ja", "ja_JP")]
    public async Task The_locale_has_language_and_country(string language, string expected) =>
        Assert.Equal(expected, Property(await ReadAsync($"/contracts?lang={language}"), "og:locale"));

    [Fact]
    public async Task A_site_without_a_configured_address_publishes_none()
    {
        var page = await ReadAsync("/contracts?search=rokh&sort_by=price");

        Assert.Null(page.QuerySelector("meta[property='og:url']"));
        Assert.Equal("/contracts?search=rokh&sort_by=price", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/contracts?search=rokh", "/contracts?search=rokh")]
    [InlineData("/contracts?lang=fr&search=rokh", "/contracts?search=rokh&lang=fr")]
    [InlineData("/contracts?nonsense=1&max_price=300", "/contracts?max_price=300")]
    public async Task A_page_has_one_address_in_each_language_and_one_without_a_language(string path, string canonical)
    {
        await using var api = await ApiFactory.StartAsync(settings: new Dictionary<string, string> { ["Site:Address"] = "https://hangar.example.com" });

        var page = PageCheck.Read((await api.GetAsync(path)).Expect(HttpStatusCode.OK));

        Assert.Equal($"https://hangar.example.com{canonical}", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal($"https://hangar.example.com{canonical}", Property(page, "og:url"));
        var others = page.QuerySelectorAll("link[rel=alternate]").ToDictionary(link => link.GetAttribute("hreflang")!, link => link.GetAttribute("href")!);
        Assert.Equal(["de", "en", "es", "fr", "ja", "ko", "ru", "x-default", "zh-Hans"], others.Keys.Order(StringComparer.Ordinal));
        Assert.EndsWith("lang=zh", others["zh-Hans"], StringComparison.Ordinal);
        Assert.DoesNotContain("lang=", others["x-default"], StringComparison.Ordinal);
        Assert.All(others.Values, address => Assert.StartsWith("https://hangar.example.com/contracts?", address, StringComparison.Ordinal));
    }

    private async Task<IHtmlDocument> ReadAsync(string path) => PageCheck.Read((await Api.GetAsync(path)).Expect(HttpStatusCode.OK));

    private static string? Property(IHtmlDocument page, string name) => page.QuerySelector($"meta[property='{name}']")?.GetAttribute("content");
}
