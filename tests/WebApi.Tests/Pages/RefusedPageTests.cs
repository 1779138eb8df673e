using System.Net;
using AngleSharp.Html.Dom;
using HangarBay.WebApi.Tests.Api;
using HangarBay.WebApi.Tests.Pages.Given;

namespace HangarBay.WebApi.Tests.Pages;

/// <summary>Requests that pages cannot show, and requests that they can show only at another address.</summary>
public sealed class RefusedPageTests(SharedApi shared) : IClassFixture<SharedApi>
{
    [Theory]
    [InlineData("min_price=abc", "min_price", "Price from: an amount of ISK, such as 1,000,000 or 1.5b, and not below 0")]
    [InlineData("max_price=-1", "max_price", "Price to: an amount of ISK, such as 1,000,000 or 1.5b, and not below 0")]
    [InlineData("min_price=5&max_price=4", "max_price", "Price to: the upper bound is below the lower one")]
    [InlineData("min_runs=1.5", "min_runs", "Runs from: a whole number, such as 10, and not below 0")]
    [InlineData("min_me=9&max_me=3", "max_me", "Material efficiency to: the upper bound is below the lower one")]
    [InlineData("min_volume=abc", null, "Volume from: a volume in m³, such as 12000 or 0.5, and not below 0")]
    [InlineData("min_volume=5&max_volume=4", null, "Volume to: the upper bound is below the lower one")]
    [InlineData("ends_within=721", null, "Ends within: a whole number of hours from 1 to 720")]
    [InlineData("since=today", null, "First seen after: an instant in EVE time, such as 2026-11-30T18:00:00Z")]
    [InlineData("end_security=medium", null, "Destination security: this is none of the choices")]
    [InlineData("issuer_ids=1&issuer_ids=1&issuer_ids=1&issuer_ids=1&issuer_ids=1&issuer_ids=1&issuer_ids=1&issuer_ids=1&issuer_ids=1&issuer_ids=1&issuer_ids=1", null, "Issuer: too many at once")]
    [InlineData("search=ab", "search", "Search: at least 3 characters (1 in Chinese, Japanese or Korean), at most 200, and no control characters")]
    [InlineData("search=abc%07d", "search", "Search: at least 3 characters (1 in Chinese, Japanese or Korean), at most 200, and no control characters")]
    [InlineData("place=x", "place", "Systems and stations: at least 3 characters (1 in Chinese, Japanese or Korean), at most 200, and no control characters")]
    [InlineData("region_ids=forge", "region_ids", "Region: this is none of the choices")]
    [InlineData("security=medium", "security", "Security: this is none of the choices")]
    [InlineData("category_id=x", "category_id", "Category: this is none of the choices")]
    [InlineData("is_bpc=2", "is_bpc", "Blueprints: this is none of the choices")]
    [InlineData("contract_type=gift", null, "Kinds of contract: this is none of the choices")]
    [InlineData("sort=up", null, "Sort by: this is none of the choices")]
    [InlineData("page=0", null, "Page: pages are counted from 1")]
    [InlineData("size=500", null, "Rows per page: a page holds 1 to 100 rows")]
    public async Task An_invalid_parameter_is_explained_in_the_page(string query, string? field, string message)
    {
        var page = await ReadPage.OpenAsync(shared.Api, $"/contracts?lang=en&{query}&segment=all", HttpStatusCode.UnprocessableEntity);

        Assert.Equal([message], page.Texts("[role=alert] li"));
        Assert.Empty(page.Headlines);
        Assert.Equal("no-store", page.Answer.Header("Cache-Control"));
        Assert.Null(page.Answer.Header("ETag"));
        Assert.NotNull(page.Document.QuerySelector("header.top"));
        if (field is null) return;
        Assert.Equal($"#f-{field}", page.One("[role=alert] li a").GetAttribute("href"));
        Assert.NotNull(page.Document.GetElementById($"f-{field}"));
        Assert.NotNull(page.Document.GetElementById($"e-{field}"));
    }

    [Fact]
    public async Task The_form_keeps_what_was_typed()
    {
        var page = await ReadPage.OpenAsync(shared.Api, "/contracts?lang=en&search=rokh&min_price=12x&max_price=1.5b&security=low", HttpStatusCode.UnprocessableEntity);

        string Typed(string name) => ((IHtmlInputElement)page.Document.GetElementById($"f-{name}")!).Value;
        Assert.Equal(("rokh", "12x", "1.5b"), (Typed("search"), Typed("min_price"), Typed("max_price")));
        Assert.Equal("true", page.Document.GetElementById("f-min_price")!.GetAttribute("aria-invalid"));
        Assert.Equal("h-price e-min_price", page.Document.GetElementById("f-min_price")!.GetAttribute("aria-describedby"));
        Assert.NotNull(page.Document.QuerySelector("input[name=security][value=low][checked]"));
    }

    [Fact]
    public async Task All_errors_are_shown_at_once_in_the_readers_language()
    {
        var page = await ReadPage.OpenAsync(shared.Api, "/contracts?lang=de&segment=all&page=0&min_me=x&place=y&min_price=z&search=q", HttpStatusCode.UnprocessableEntity);

        Assert.Equal(["#f-search", "#f-min_price", "#f-min_me"], page.Links("[role=alert] li a").Where(link => link != "#f-place"));
        Assert.All(page.Texts("[role=alert] li"), text => Assert.DoesNotContain("whole number", text));
        Assert.Equal("Danach kann nicht gesucht werden", page.Texts("[role=alert] h2")[0]);
    }

    [Fact]
    public async Task An_amount_with_two_meanings_is_refused_and_both_are_offered()
    {
        var page = await ReadPage.OpenAsync(shared.Api, "/contracts?lang=es&max_price=600mil", HttpStatusCode.UnprocessableEntity);

        Assert.Equal(["Precio hasta: «mil» puede ser mil o un millón: escribe 600 k para 600.000 ISK o 600 m para 600.000.000 ISK"], page.Texts("[role=alert] li"));
        Assert.Equal("«mil» puede ser mil o un millón: escribe 600 k para 600.000 ISK o 600 m para 600.000.000 ISK", page.Document.GetElementById("e-max_price")!.TextContent);
        Assert.Equal("600mil", ((IHtmlInputElement)page.Document.GetElementById("f-max_price")!).Value);
        Assert.Equal(HttpStatusCode.Found, (await shared.Api.GetAsync("/contracts?lang=es&max_price=600+k")).Status);
    }

    [Fact]
    public async Task A_billion_is_refused_outside_English() => Assert.Equal(
        ["Preis bis: ein Betrag in ISK wie 1.000.000 oder 1,5b, nicht unter 0"],
        (await ReadPage.OpenAsync(shared.Api, "/contracts?lang=de&max_price=2+billion", HttpStatusCode.UnprocessableEntity)).Texts("[role=alert] li"));

    [Fact]
    public async Task What_is_written_into_addresses_is_plain_to_every_language_and_to_the_API()
    {
        foreach (var language in new[] { "en", "de", "fr", "ja", "ru", "zh", "ko", "es" })
        {
            var answer = await shared.Api.GetAsync($"/contracts?lang={language}&min_price=2.5m");
            Assert.Equal($"/contracts?min_price=2500000&lang={language}", answer.Header("Location"));
            Assert.Equal(HttpStatusCode.OK, (await shared.Api.GetAsync($"/contracts?min_price=1234.5&lang={language}")).Status);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await shared.Api.GetAsync("/api/v1/contracts/?min_price=2.5m")).Status);
    }

    [Fact]
    public async Task Too_many_values_are_refused_and_never_mistaken_for_fewer()
    {
        var many = string.Join('&', Enumerable.Repeat("region_ids=10000002", 201));
        await ReadPage.OpenAsync(shared.Api, "/contracts?lang=en&region_ids=10000002");

        var page = await ReadPage.OpenAsync(shared.Api, $"/contracts?lang=en&{many}", HttpStatusCode.UnprocessableEntity);

        Assert.Equal(["Region: too many at once"], page.Texts("[role=alert] li"));
    }

    [Theory]
    [InlineData("lang=en&search=&min_price=", "lang=en")]
    [InlineData("lang=en&min_price=1.5b", "min_price=1500000000&lang=en")]
    [InlineData("lang=en&min_price=1,500", "min_price=1500&lang=en")]
    [InlineData("lang=de&min_price=1.500", "min_price=1500&lang=de")]
    [InlineData("lang=en&min_price=2.000", "min_price=2000&lang=en")]
    [InlineData("lang=fr&min_price=2,000", "min_price=2000&lang=fr")]
    [InlineData("lang=en&min_price=700mil&max_price=2.5+billion", "min_price=700000000&max_price=2500000000&lang=en")]
    [InlineData("lang=de&min_price=700+Mio.&max_price=ISK+2,5B", "min_price=700000000&max_price=2500000000&lang=de")]
    [InlineData("lang=en&min_price=%EF%BC%91%EF%BC%95%EF%BC%90m", "min_price=150000000&lang=en")]
    [InlineData("lang=fr&max_reward=1%E2%80%AF500%E2%80%AF000,50+ISK", "max_reward=1500000.5&lang=fr")]
    [InlineData("lang=en&sort=price.asc&sort_by=volume", "lang=en&sort_by=price&sort_direction=asc")]
    [InlineData("ships_only=&lang=en&page=3&size=20", "lang=en&size=20&page=3")]
    public async Task Another_spelling_redirects_to_the_canonical_address(string query, string expected)
    {
        var answer = await shared.Api.GetAsync($"/contracts?{query}");

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Equal($"/contracts?{expected}", answer.Header("Location"));
        Assert.Equal("no-cache", answer.Header("Cache-Control"));
        Assert.Equal("Accept-Encoding", answer.Header("Vary"));
        Assert.Equal(HttpStatusCode.OK, (await shared.Api.GetAsync(answer.Header("Location")!)).Status);
    }

    [Fact]
    public async Task An_amount_is_read_in_the_browsers_language_and_Vary_names_the_header()
    {
        var answer = await shared.Api.SendAsync(HttpMethod.Get, "/contracts?min_price=1.500", ("Accept-Language", "de"));

        Assert.Equal("/contracts?min_price=1500", answer.Header("Location"));
        Assert.Equal("Accept-Encoding, Cookie, Accept-Language", answer.Header("Vary"));
    }

    [Fact]
    public async Task An_unreadable_value_is_refused_and_not_redirected() =>
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await shared.Api.GetAsync("/contracts?search=&min_price=1.5b&max_me=x")).Status);
}
