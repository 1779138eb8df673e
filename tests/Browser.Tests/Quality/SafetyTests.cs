using HangarBay.Browser.Tests.Given;
using static Microsoft.Playwright.Assertions;

namespace HangarBay.Browser.Tests.Quality;

/// <summary>
/// Attacks and faults that pages prevent. Every other browser test also checks for requests to other servers and for complaints.
/// </summary>
public sealed class SafetyTests(Market market) : BrowserTest, IClassFixture<Market>
{
    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_is_one_answer_and_files_of_the_sites_own(bool hasScript)
    {
        foreach (var path in new[] { "/contracts", $"/contracts/{market.RokhId}" })
        {
            var visitor = await ArriveAsync(market, Screen.Desktop, hasScript);
            await visitor.GoToAsync(path);

            // The icon of the site has the resource type "other".
            string[] expected = hasScript ? ["document", "script", "stylesheet", "other", "fetch"] : ["document", "stylesheet", "other"];
            Assert.Single(visitor.Requests, request => request.ResourceType == "document");
            Assert.All(visitor.Requests, request => Assert.StartsWith(market.Site.ToString(), request.Url, StringComparison.Ordinal));
            Assert.All(visitor.Requests, request => Assert.Contains(request.ResourceType, expected));
            // The only question that a page asks by itself: how many contracts are new.
            Assert.All(
                visitor.Requests.Where(request => request.ResourceType == "fetch"),
                request => Assert.Contains("/api/v1/contracts/count?", request.Url, StringComparison.Ordinal));
        }
    }

    [SkippableFact]
    public async Task What_others_wrote_is_text_on_the_list()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);

        await visitor.GoToAsync("/contracts?size=100");

        await Expect(visitor.Rows.Filter(new() { HasText = "</title><script>alert(1)</script>" })).ToHaveCountAsync(1);
        await Expect(visitor.Page.Locator("img[src=x]")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task What_others_wrote_is_text_on_a_contracts_page()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);

        await visitor.GoToAsync($"/contracts/{market.RokhId}");

        await Expect(visitor.Page.Locator("main")).ToContainTextAsync("<script>alert(1)</script>");
        await Expect(visitor.Page.Locator("img[src=x]")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task What_is_looked_for_is_text_wherever_it_is_shown_again()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);

        await visitor.GoToAsync("/contracts?search=" + Uri.EscapeDataString("\"><script>alert(1)</script>"));

        await Expect(visitor.Heading).ToBeVisibleAsync();
        Assert.Equal(0, await visitor.Page.Locator("body script").CountAsync());
    }

    [SkippableTheory]
    [InlineData("/contracts")]
    [InlineData("/coverage")]
    public async Task A_script_or_style_within_the_page_would_not_run(string path)
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        visitor.IsMeant = complaint => complaint.Contains("violate", StringComparison.Ordinal);
        await visitor.GoToAsync(path);

        var hasRun = await visitor.Page.EvaluateAsync<bool>(
            "() => { const one = document.createElement('script'); one.textContent = 'window.hasRun = true'; document.head.append(one); return window.hasRun === true; }");

        Assert.False(hasRun);
        Assert.NotEmpty(visitor.Meant);
    }

    [SkippableFact]
    public async Task Pages_look_the_same_where_pictures_are_out_of_reach()
    {
        await using var pictured = await OwnMarket.OpenAsync(new Market { Images = "https://images.evetech.net" });
        foreach (var path in new[] { "/contracts", $"/contracts/{pictured.Market.RokhId}" })
        {
            var visitor = await ArriveAsync(pictured.Market);
            await visitor.HasNoPicturesAsync();
            await visitor.Page.RunAndWaitForRequestAsync(
                () => visitor.GoToAsync(path), request => request.Url.StartsWith(pictured.Market.Images!, StringComparison.Ordinal));

            Assert.Empty(await visitor.ShiftsAsync());
            // A picture that fails leaves its alternative text, if it has one.
            await Expect(visitor.Page.Locator("img:not([alt=''])")).ToHaveCountAsync(0);
            var hidden = await visitor.Page.Locator(".icon").EvaluateAllAsync<int>("icons => icons.filter(icon => icon.clientWidth < 24 || icon.clientHeight < 24).length");
            Assert.Equal(0, hidden);
        }
    }
}
