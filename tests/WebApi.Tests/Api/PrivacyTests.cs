using System.Net;
using HangarBay.WebApi.Endpoints;
using HangarBay.WebApi.Tests.Api.Given;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.WebApi.Tests.Api;

/// <summary>An answer that is not marked as public is private (decision 23).</summary>
public sealed class PrivacyTests
{
    // In the form in which the HTTP client writes the header.
    private const string Private = "no-store, private";
    private const string Etag = "\"planted\"";

    /// <summary>The public endpoints. An entry here states that everybody may have these answers and any cache may keep them.</summary>
    private static readonly string[] Public =
    [
        "/", "/about", "/contracts", "/contracts/{contract_id:long}", "/coverage", "/find",
        "/api/v1/contracts/", "/api/v1/contracts/count", "/api/v1/contracts/export", "/api/v1/contracts/taxonomy", "/api/v1/contracts/{contract_id}",
        "/api/v1/locations", "/api/v1/names", "/api/v1/regions", "/api/v1/status",
        "/docs/favicon.svg", "/docs/scalar.aspnetcore.js", "/docs/scalar.js", "/docs/{documentName?}", "/openapi/v1.json",
        "/robots.txt", "/sitemap.xml", "/sitemap-pages.xml", "/sitemap-regions.xml",
        "/health", "/ready",
    ];

    [Fact]
    public async Task Only_the_endpoints_of_this_list_are_public()
    {
        await using var api = await ApiFactory.StartAsync();
        var endpoints = api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();

        var made = endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<PublicAnswer>() == PublicAnswer.Made);
        Assert.Equal(Public.Order(StringComparer.Ordinal), made.Select(endpoint => endpoint.RoutePattern.RawText!).Order(StringComparer.Ordinal));
        Assert.All(endpoints, endpoint => Assert.Equal(
            endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null, endpoint.Metadata.GetMetadata<PublicAnswer>() == PublicAnswer.File));
    }

    [Fact]
    public async Task An_answer_that_is_not_public_is_never_cached_whatever_headers_it_sets()
    {
        await using var api = await StartAsync(CarelessAsync);

        var answer = (await api.SendAsync(HttpMethod.Get, Planted.Path, ("If-None-Match", Etag))).Expect(HttpStatusCode.OK);

        Assert.Equal(Private, answer.Header("Cache-Control"));
        Assert.Null(answer.Header("ETag"));
        Assert.Null(answer.Header("Last-Modified"));
    }

    [Fact]
    public async Task An_answer_that_is_not_public_is_neither_for_other_sites_nor_compressed()
    {
        await using var api = await StartAsync(CarelessAsync);

        var answer = await api.SendAsync(HttpMethod.Get, Planted.Path, ("Origin", "https://example.com"), ("Accept-Encoding", "gzip, br"));

        Assert.DoesNotContain(answer.Expect(HttpStatusCode.OK).Headers.Keys, name => name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Resource-Policy"));
        Assert.Null(answer.Header("Content-Encoding"));
    }

    [Fact]
    public async Task An_endpoint_that_is_not_public_refuses_HEAD_and_is_not_called()
    {
        var asked = 0;
        await using var api = await StartAsync(http =>
        {
            asked++;
            return CarelessAsync(http);
        });

        var answer = (await api.SendAsync(HttpMethod.Head, Planted.Path)).Expect(HttpStatusCode.MethodNotAllowed);

        Assert.Equal("GET", answer.Header("Allow"));
        Assert.Equal(0, asked);
    }

    [Fact]
    public async Task An_answer_that_is_not_public_counts_for_the_rate_limit()
    {
        await using var api = await ApiFactory.StartAsync(
            settings: new Dictionary<string, string> { ["Api:RateLimit:PermitLimit"] = "1" }, services: services => services.Plant(CarelessAsync));

        (await api.GetAsync(Planted.Path)).Expect(HttpStatusCode.OK);

        (await api.GetAsync(Planted.Path)).ExpectProblem(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_public_answer_keeps_the_headers_that_it_sets()
    {
        await using var api = await StartAsync(CarelessAsync, PublicAnswer.Made);

        var answer = (await api.SendAsync(HttpMethod.Get, Planted.Path, ("If-None-Match", Etag))).Expect(HttpStatusCode.NotModified);

        Assert.Equal("public, max-age=60", answer.Header("Cache-Control"));
        Assert.Equal(Etag, answer.Header("ETag"));
    }

    [Fact]
    public async Task A_public_answer_without_cache_headers_is_not_cached()
    {
        await using var api = await StartAsync(http => http.Response.WriteAsync("planted"), PublicAnswer.Made);

        Assert.Equal(Private, (await api.GetAsync(Planted.Path)).Expect(HttpStatusCode.OK).Header("Cache-Control"));
    }

    [Fact]
    public async Task An_answer_with_a_cookie_is_never_public()
    {
        await using var api = await StartAsync(
            http =>
            {
                http.Response.Cookies.Append("planted", "1");
                return CarelessAsync(http);
            },
            PublicAnswer.Made);

        var answer = (await api.GetAsync(Planted.Path)).Expect(HttpStatusCode.OK);

        Assert.Equal(Private, answer.Header("Cache-Control"));
        Assert.Null(answer.Header("ETag"));
    }

    public static TheoryData<string, string> Credentials => new()
    {
        { "Authorization", "Bearer planted" },
        { "Cookie", "__Host-session=planted" },
        { "Cookie", "lang=de; __host-whatever=planted" },
    };

    [Theory]
    [MemberData(nameof(Credentials))]
    public async Task A_request_with_credentials_neither_uses_nor_leaves_a_kept_answer(string name, string value)
    {
        foreach (var path in new[] { "/api/v1/contracts/{0}?lang=en", "/contracts/{0}?lang=en" })
        {
            await using var api = await ApiFactory.StartAsync(settings: new Dictionary<string, string> { ["Cache:Enabled"] = "true" });
            var address = string.Format(null, path, await api.GivenContract(ContractBuilder.AContract().Titled("first")));
            var known = (await api.SendAsync(HttpMethod.Get, address, (name, value))).Expect(HttpStatusCode.OK);
            Assert.Contains("first", known.Body, StringComparison.Ordinal);

            // Written past the market's writer, so kept answers stay valid.
            await api.ExecuteAsync("UPDATE contracts SET title = 'second'");
            // The first answer is made, the second is the kept one, and from then on the request is known by its text.
            for (var time = 0; time < 4; time++) Assert.Contains("second", (await api.GetAsync(address)).Body, StringComparison.Ordinal);
            var tag = (await api.GetAsync(address)).Header("ETag")!;

            await api.ExecuteAsync("UPDATE contracts SET title = 'third'");
            var answer = (await api.SendAsync(HttpMethod.Get, address, (name, value), ("If-None-Match", tag))).Expect(HttpStatusCode.OK);

            Assert.Contains("third", answer.Body, StringComparison.Ordinal);
            Assert.Equal(Private, answer.Header("Cache-Control"));
            Assert.Null(answer.Header("ETag"));
            Assert.Contains("second", (await api.GetAsync(address)).Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Files_of_the_site_are_the_same_with_and_without_credentials()
    {
        await using var api = await ApiFactory.StartAsync();
        var file = (await api.GetAsync("/site.css")).Expect(HttpStatusCode.OK);

        var asked = await api.SendAsync(HttpMethod.Get, "/site.css", ("Cookie", "__Host-session=planted"), ("If-None-Match", file.Header("ETag")!));

        Assert.Equal(HttpStatusCode.NotModified, asked.Status);
        Assert.Equal(file.Header("Cache-Control"), asked.Header("Cache-Control"));
    }

    private static Task<ApiFactory> StartAsync(RequestDelegate answer, params object[] metadata) =>
        ApiFactory.StartAsync(services: services => services.Plant(answer, metadata));

    /// <summary>Answers with all headers of a public answer.</summary>
    private static async Task CarelessAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=60";
        http.Response.Headers.ETag = Etag;
        http.Response.Headers.LastModified = "Sat, 14 Mar 2026 12:00:00 GMT";
        if (http.Request.Headers.IfNoneMatch == Etag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = "text/html";
        await http.Response.WriteAsync(new string('a', 4096));
    }
}
