using System.Net;
using HangarBay.WebApi.Tests.Api.Given;
using HangarBay.WebApi.Tests.Pages.Given;

namespace HangarBay.WebApi.Tests.Pages;

/// <summary>The headers that tell browsers how to treat pages, and what no answer ever does.</summary>
public sealed class PageHeaderTests(Api.SharedApi shared) : IClassFixture<Api.SharedApi>
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https://images.evetech.net; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private ApiFactory Api => shared.Api;

    [Fact]
    public async Task The_headers_of_a_page_allow_only_what_it_needs()
    {
        var page = (await Api.GetAsync("/contracts")).Expect(HttpStatusCode.OK);

        Assert.Equal(Policy, page.Header("Content-Security-Policy"));
        Assert.Equal("nosniff", page.Header("X-Content-Type-Options"));
        Assert.Equal("DENY", page.Header("X-Frame-Options"));
        Assert.Equal("same-origin", page.Header("Referrer-Policy"));
        Assert.Equal("same-origin", page.Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", page.Header("Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", page.Header("Permissions-Policy"));
        Assert.Contains("geolocation=()", page.Header("Permissions-Policy"));
        // The button that copies a link needs it.
        Assert.DoesNotContain("clipboard-write", page.Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Null(page.Header("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Without_a_server_for_pictures_the_policy_allows_only_the_sites_own()
    {
        await using var api = await ApiFactory.StartAsync(settings: new Dictionary<string, string> { ["Site:Images"] = "" });

        Assert.Contains("img-src 'self';", (await api.GetAsync("/contracts")).Header("Content-Security-Policy"));
    }

    [Fact]
    public async Task Data_may_be_read_by_any_site()
    {
        var answer = await Api.GetAsync("/api/v1/contracts/");

        Assert.Equal("cross-origin", answer.Header("Cross-Origin-Resource-Policy"));
        Assert.Null(answer.Header("Cross-Origin-Opener-Policy"));
    }

    [Fact]
    public async Task The_reference_keeps_a_policy_of_its_own()
    {
        var answer = await Api.GetAsync("/docs/");

        Assert.Contains("'nonce-", answer.Header("Content-Security-Policy"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Opener-Policy"));
    }

    [Theory]
    [InlineData("/contracts", "Production", "https", true)]
    [InlineData("/api/v1/contracts/", "Production", "https", true)]
    [InlineData("/nowhere", "Production", "https", true)]
    [InlineData("/contracts", "Production", "http", false)]
    [InlineData("/contracts", "Staging", "https", false)]
    public async Task In_production_an_answer_over_https_has_Strict_Transport_Security(string path, string environment, string scheme, bool isTold)
    {
        await using var api = await ApiFactory.StartAsync(settings: new Dictionary<string, string>
        {
            ["environment"] = environment,
            ["Api:TrustedProxies"] = "127.0.0.0/8, ::1",
        });

        var answer = await api.SendAsync(HttpMethod.Get, path, ("Accept", "text/html"), ("Host", "hangar.example.com"), ("X-Forwarded-Proto", scheme));

        Assert.Equal(isTold ? "max-age=31536000" : null, answer.Header("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/contracts")]
    [InlineData("/contracts?lang=de")]
    [InlineData("/contracts?page=0")]
    [InlineData("/coverage")]
    [InlineData("/about")]
    [InlineData("/nowhere")]
    [InlineData("/docs/")]
    [InlineData("/robots.txt")]
    [InlineData("/sitemap.xml")]
    [InlineData("/site.css")]
    [InlineData("/api/v1/contracts/")]
    [InlineData("/api/v1/contracts/taxonomy")]
    [InlineData("/api/v1/contracts/export")]
    [InlineData("/api/v1/contracts/?page=0")]
    [InlineData("/api/v1/regions")]
    [InlineData("/api/v1/locations?q=jita")]
    [InlineData("/api/v1/status")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/health")]
    [InlineData("/ready")]
    public async Task No_answer_sets_a_cookie(string path)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
            Assert.Null((await Api.SendAsync(method, path, ("Accept", "text/html"), ("Cookie", "lang=de; theme=dark"))).Header("Set-Cookie"));
    }

    [Theory]
    [InlineData("/", "/contracts")]
    [InlineData("/?lang=de&search=a%20b", "/contracts?search=a%20b&lang=de")]
    [InlineData("/?code=s3cr3t&state=s3cr3t", "/contracts")]
    [InlineData("/?search=rokh&code=s3cr3t", "/contracts?search=rokh")]
    [InlineData("/?page=0", "/contracts")]
    [InlineData("/?next=//evil.example", "/contracts")]
    [InlineData("/?//evil.example", "/contracts")]
    [InlineData("/?a=%0d%0aSet-Cookie:%20x=1", "/contracts")]
    public async Task The_root_redirects_to_the_list_with_only_the_parameters_that_the_list_reads(string target, string location)
    {
        var answer = await RawRequest.SendAsync(Api, target);

        Assert.StartsWith("HTTP/1.1 302 ", answer, StringComparison.Ordinal);
        Assert.Contains($"\r\nLocation: {location}\r\n", answer);
        Assert.DoesNotContain("\nSet-Cookie", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/contracts")]
    [InlineData("/contracts?min_price=1k")]
    [InlineData("/contracts?page=0")]
    [InlineData("/coverage")]
    [InlineData("/about")]
    [InlineData("/nowhere")]
    [InlineData("/docs")]
    [InlineData("/docs/")]
    [InlineData("/robots.txt")]
    [InlineData("/sitemap.xml")]
    [InlineData("/api/v1/contracts/")]
    [InlineData("/api/v1/contracts/?page=0")]
    [InlineData("/api/v1/contracts/export")]
    [InlineData("/openapi/v1.json")]
    public async Task No_answer_contains_the_Host_header_of_its_request(string path)
    {
        var answer = await Api.SendAsync(HttpMethod.Get, path, ("Host", "evil.example"), ("Accept", "text/html, */*"), ("X-Forwarded-Host", "evil.example"));

        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.Status);
        Assert.DoesNotContain("evil.example", answer.Body + string.Join('\n', answer.Headers.Values), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lang=de", "de")]
    [InlineData("theme=dark;lang=de", "de")]
    [InlineData("Lang=de", "en")]
    [InlineData("xlang=de", "en")]
    [InlineData("lang=de; lang=fr", "en")]
    [InlineData("lang=fr; lang=de", "en")]
    [InlineData("lang=de; Lang=fr", "de")]
    [InlineData("lang=de; lang", "de")]
    [InlineData("lang", "en")]
    public async Task Only_a_cookie_with_the_exact_name_chooses_the_language(string cookies, string language) =>
        Assert.Equal(language, (await Api.SendAsync(HttpMethod.Get, "/about", ("Cookie", cookies))).Header("Content-Language"));

    [Theory]
    [InlineData("/contracts?lang=de")]
    [InlineData("/contracts?lang=de&page=0")]
    [InlineData("/contracts/1?lang=de")]
    [InlineData("/coverage?lang=de")]
    [InlineData("/about?lang=de")]
    public async Task A_language_in_the_address_overrides_cookie_and_header(string path)
    {
        var plain = await Api.GetAsync(path);
        var chosen = await Api.SendAsync(HttpMethod.Get, path, ("Cookie", "lang=fr"), ("Accept-Language", "ja"));

        Assert.DoesNotContain("Cookie", plain.Header("Vary") ?? "", StringComparison.Ordinal);
        Assert.Equal((plain.Status, plain.Body), (chosen.Status, chosen.Body));
        Assert.Equal(plain.Header("ETag"), chosen.Header("ETag"));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("//evil.example/contracts")]
    [InlineData("/\\evil.example")]
    [InlineData("/%5cevil.example")]
    [InlineData("/%2f%2fevil.example")]
    [InlineData("/.//evil.example")]
    public async Task No_address_redirects_to_another_site(string target)
    {
        var answer = await RawRequest.SendAsync(Api, target);

        Assert.Matches("^HTTP/1.1 (400|404) ", answer);
        Assert.DoesNotContain("\nLocation:", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\"//evil", answer, StringComparison.Ordinal);
    }
}
