using System.Net;
using HangarBay.WebApi.Tests.Api;
using HangarBay.WebApi.Tests.Api.Given;
using HangarBay.WebApi.Tests.Pages.Given;

namespace HangarBay.WebApi.Tests.Pages;

/// <summary>The page with the state of the sync.</summary>
public sealed class CoveragePageTests(SharedApi shared) : IClassFixture<SharedApi>
{
    private const string Path = "/coverage";

    [Fact]
    public async Task It_shows_the_kind_of_market_and_that_no_process_sweeps_it()
    {
        var health = (await shared.Api.VisitAsync(Path)).QuerySelector(".health")!.Said();

        Assert.Contains("This is a sample market", health, StringComparison.Ordinal);
        Assert.Contains("as of 14 Mar 2026, 11:53 EVE time 7 min ago", health, StringComparison.Ordinal);
        Assert.Contains("No process keeps the market fresh", health, StringComparison.Ordinal);
        Assert.Contains("The items of 1 contract are still to be read.", health, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_region_shows_its_age_and_links_to_its_list()
    {
        var page = await shared.Api.VisitAsync(Path);

        Assert.Equal(
            "Region | As of | Live | Items unread | Next due | Last sweep\nThe Forge | 14 Mar 2026, 11:53 EVE time 7 min ago | 5 | 1 | in 24 min | complete",
            page.Table("Regions"));
        var link = page.QuerySelector("tbody a")!.GetAttribute("href")!;
        Assert.Equal("/contracts?region_ids=10000002&segment=all", link);
        // As many rows as the page announced.
        Assert.Equal(5, (await shared.Api.VisitAsync(link)).QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Without_stored_data_the_page_states_that()
    {
        await using var api = await ApiFactory.StartAsync();

        var page = await api.VisitAsync(Path);

        Assert.Contains("Nothing has been stored yet.", page.QuerySelector(".health")!.Said(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("table"));
    }

    [Fact]
    public async Task The_name_of_the_sweeper_is_not_shown_but_its_start_is()
    {
        await using var api = await ApiFactory.StartAsync();
        await api.GivenASweeper("secret-machine:4711");

        var answer = (await api.GetAsync(Path)).Expect(HttpStatusCode.OK);

        Assert.Contains("since 14 Mar 2026, 12:00 EVE time", PageCheck.Read(answer).QuerySelector(".health")!.Said(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret-machine", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_tag_depends_on_its_content_and_caches_keep_it_for_five_seconds()
    {
        var answer = (await shared.Api.GetAsync(Path)).Expect(HttpStatusCode.OK);

        Assert.Equal("public, max-age=5", answer.Header("Cache-Control"));
        Assert.Equal("Accept-Encoding, Cookie, Accept-Language", answer.Header("Vary"));
        Assert.Empty((await shared.Api.SendAsync(HttpMethod.Get, Path, ("If-None-Match", answer.Header("ETag")!))).Expect(HttpStatusCode.NotModified).Body);
        Assert.Empty((await shared.Api.SendAsync(HttpMethod.Head, Path)).Expect(HttpStatusCode.OK).Body);
    }
}
