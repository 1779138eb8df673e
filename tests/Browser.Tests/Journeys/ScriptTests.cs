using HangarBay.Browser.Tests.Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HangarBay.Browser.Tests.Journeys;

/// <summary>What the site can do with scripts in addition.</summary>
public sealed class ScriptTests(Market market) : BrowserTest, IClassFixture<Market>
{
    private const string Background = "() => getComputedStyle(document.documentElement).backgroundColor";

    [SkippableTheory]
    [InlineData(ColorScheme.Dark)]
    [InlineData(ColorScheme.Light)]
    public async Task The_other_theme_stays_chosen_on_every_page(ColorScheme theme)
    {
        var visitor = await ArriveAsync(market, new Visit { Theme = theme, Motion = ReducedMotion.Reduce });
        await visitor.GoToAsync("/contracts");
        var before = await visitor.Page.EvaluateAsync<string>(Background);

        await visitor.Page.Locator("[data-theme-switch]").ClickAsync();
        var after = await visitor.Page.EvaluateAsync<string>(Background);
        Assert.NotEqual(before, after);

        await visitor.Headlines.First.ClickAsync();
        await Expect(visitor.Rows).ToHaveCountAsync(0);
        Assert.Equal(after, await visitor.Page.EvaluateAsync<string>(Background));
        await visitor.GoToAsync("/about");
        Assert.Equal(after, await visitor.Page.EvaluateAsync<string>(Background));
    }

    [SkippableFact]
    public async Task Time_goes_by()
    {
        var visitor = await ArriveAsync(market, new Visit { HasStandingClock = true });
        await visitor.GoToAsync("/contracts?segment=auctions");
        await Expect(visitor.Rows.First.Locator("time[data-left]")).ToHaveTextAsync("within 2 h 0 min");
        await Expect(visitor.Page.Locator(".coverage")).ToContainTextAsync("Data as of 7 min ago (11:53 EVE time)");

        await visitor.Page.Clock.FastForwardAsync("04:30");

        await Expect(visitor.Rows.First.Locator("time[data-left]")).ToHaveTextAsync("within 1 h 55 min");
        await Expect(visitor.Page.Locator(".coverage")).ToContainTextAsync("Data as of 11 min ago (11:53 EVE time)");
    }

    [SkippableFact]
    public async Task A_click_changes_the_page_without_loading_it_anew()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/contracts");
        await visitor.Page.EvaluateAsync("() => { window.isTheSame = true; }");

        await visitor.Tab("Auctions").ClickAsync();

        await Expect(visitor.Rows).ToHaveCountAsync(1);
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => window.isTheSame === true"));
        await visitor.Page.GoBackAsync();
        await Expect(visitor.Rows).ToHaveCountAsync(50);
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => window.isTheSame === true"));
    }
}
