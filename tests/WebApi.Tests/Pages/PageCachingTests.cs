using System.Net;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api.Given;
using HangarBay.WebApi.Tests.Pages.Given;

namespace HangarBay.WebApi.Tests.Pages;

/// <summary>Pages are kept and revalidated by the same rules as the API's answers.</summary>
public abstract class PageCachingTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const string List = "/contracts";

    private ApiFactory _api = null!;

    public async Task InitializeAsync()
    {
        _api = await ApiFactory.StartAsync(provider, new Dictionary<string, string> { ["Cache:Enabled"] = "true" });
        await _api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
        await _api.GivenACommitOf(ContractBuilder.AContract().Offering(Universe.Rokh));
    }

    public async Task DisposeAsync()
    {
        if (_api is not null) await _api.DisposeAsync();
    }

    [SkippableFact]
    public async Task A_known_tag_gets_304()
    {
        var page = (await _api.GetAsync(List)).Expect(HttpStatusCode.OK);

        var again = (await _api.SendAsync(HttpMethod.Get, List, ("If-None-Match", page.Header("ETag")!))).Expect(HttpStatusCode.NotModified);

        Assert.Empty(again.Body);
        foreach (var name in new[] { "ETag", "Cache-Control", "Vary", "Content-Security-Policy" }) Assert.Equal(page.Header(name), again.Header(name));
        Assert.StartsWith("public, max-age=", page.Header("Cache-Control"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_committed_change_changes_the_tag_and_the_page()
    {
        var before = (await _api.GetAsync(List)).Expect(HttpStatusCode.OK);
        _api.Clock.Advance(TimeSpan.FromSeconds(1));
        await _api.GivenACommitOf(ContractBuilder.AContract().Offering(Universe.Rifter));

        var after = (await _api.SendAsync(HttpMethod.Get, List, ("If-None-Match", before.Header("ETag")!))).Expect(HttpStatusCode.OK);

        Assert.NotEqual(before.Header("ETag"), after.Header("ETag"));
        Assert.DoesNotContain("Rifter", before.Body, StringComparison.Ordinal);
        Assert.Contains("Rifter", after.Body);
    }

    [SkippableFact]
    public async Task A_new_minute_changes_the_tag()
    {
        var tag = (await _api.GetAsync(List)).Header("ETag");

        _api.AMinutePasses();

        Assert.NotEqual(tag, (await _api.GetAsync(List)).Header("ETag"));
    }

    [SkippableTheory]
    [InlineData("", "Accept-Encoding, Accept-Language, Cookie")]
    [InlineData("?lang=de", "Accept-Encoding")]
    public async Task Vary_names_every_header_that_decides_the_page(string query, string expected)
    {
        // The second is a kept answer, the third is a 304.
        var first = await _api.GetAsync(List + query);
        var second = await _api.GetAsync(List + query);
        var third = await _api.SendAsync(HttpMethod.Get, List + query, ("If-None-Match", first.Header("ETag")!));

        foreach (var answer in new[] { first, second, third })
            Assert.Equal(expected, string.Join(", ", answer.Header("Vary")!.Split(", ").Distinct().Order(StringComparer.Ordinal)));
    }

    [SkippableTheory]
    [InlineData("?lang=fr", "lang=de", "ja", "fr")]
    [InlineData("", "lang=de", "ja", "de")]
    [InlineData("", "lang=xx", "ja", "ja")]
    [InlineData("", "other=1; lang=ko", "ja", "ko")]
    [InlineData("", "", "ja, de;q=0.5", "ja")]
    [InlineData("", "", "xx", "en")]
    public async Task The_language_is_that_of_the_address_else_of_the_cookie_else_of_Accept_Language(string query, string cookie, string accepted, string expected)
    {
        // Each is asked for twice, so that an answer kept for one language would be noticed in another.
        for (var time = 0; time < 2; time++)
        {
            await _api.GetAsync(List + query);
            var answer = (await _api.SendAsync(HttpMethod.Get, List + query, ("Cookie", cookie), ("Accept-Language", accepted))).Expect(HttpStatusCode.OK);
            Assert.Equal(expected, answer.Header("Content-Language"));
            Assert.Equal(expected, PageCheck.Read(answer).DocumentElement.GetAttribute("lang"));
        }
    }

    [SkippableFact]
    public async Task Head_answers_as_get_does_without_the_body()
    {
        var get = (await _api.GetAsync(List)).Expect(HttpStatusCode.OK);
        var head = (await _api.SendAsync(HttpMethod.Head, List)).Expect(HttpStatusCode.OK);

        Assert.Empty(head.Body);
        foreach (var name in new[] { "ETag", "Content-Type", "Cache-Control", "Content-Language", "Vary" }) Assert.Equal(get.Header(name), head.Header(name));
    }
}

public sealed class SqlitePageCachingTests() : PageCachingTests(DatabaseProvider.Sqlite);

public sealed class PostgresPageCachingTests() : PageCachingTests(DatabaseProvider.Postgres);
