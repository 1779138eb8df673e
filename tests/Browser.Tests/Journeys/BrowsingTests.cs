using System.Globalization;
using HangarBay.Browser.Tests.Given;
using static Microsoft.Playwright.Assertions;

namespace HangarBay.Browser.Tests.Journeys;

/// <summary>Browsing a market on any screen, with or without scripts.</summary>
public sealed class BrowsingTests(Market market) : BrowserTest, IClassFixture<Market>
{
    [SkippableTheory]
    [InlineData(Screen.Desktop, true)]
    [InlineData(Screen.Desktop, false)]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Phone, false)]
    public async Task From_the_door_to_a_contract_and_back_to_the_same_list(Screen screen, bool hasScript)
    {
        var visitor = await ArriveAsync(market, screen, hasScript);
        await visitor.GoToAsync("/");
        await Expect(visitor.Heading).ToHaveTextAsync("Ship contracts");
        await Expect(visitor.Rows).ToHaveCountAsync(50);

        await visitor.Tab("All").ClickAsync();
        await Expect(visitor.Tab("All")).ToHaveAttributeAsync("aria-current", "page");

        await visitor.Page.Locator("nav.pager a[rel=next]").ClickAsync();
        await visitor.IsAtAsync(path => path.Contains("page=2", StringComparison.Ordinal));
        await Expect(visitor.Rows).Not.ToHaveCountAsync(50);

        var name = await visitor.Headlines.First.InnerTextAsync();
        await visitor.Headlines.First.ClickAsync();
        await Expect(visitor.Heading).ToContainTextAsync(name);

        await visitor.Back.ClickAsync();
        await Expect(visitor.Tab("All")).ToHaveAttributeAsync("aria-current", "page");
        Assert.Contains("page=2", visitor.Path, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_header_sorts_by_its_column_and_a_second_click_turns_it_round(bool hasScript)
    {
        var visitor = await ArriveAsync(market, Screen.Desktop, hasScript);
        await visitor.GoToAsync("/contracts");

        await visitor.Header("Price").Locator("a").ClickAsync();
        await Expect(visitor.Header("Price")).ToHaveAttributeAsync("aria-sort", "ascending");
        await Expect(visitor.Rows.First).ToContainTextAsync("401,000.00");

        await visitor.Header("Price").Locator("a").ClickAsync();
        await Expect(visitor.Header("Price")).ToHaveAttributeAsync("aria-sort", "descending");
        await Expect(visitor.Rows.First).ToContainTextAsync("999,999,999,999.99");
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Couriers_are_no_ships_and_whoever_comes_back_from_them_sees_ships_again(bool hasScript)
    {
        var visitor = await ArriveAsync(market, Screen.Desktop, hasScript);
        await visitor.GoToAsync("/contracts");

        await visitor.Tab("Couriers").ClickAsync();
        await Expect(visitor.Heading).ToContainTextAsync("Courier contracts");
        await Expect(visitor.Rows).ToHaveCountAsync(1);

        await visitor.Tab("Ships").ClickAsync();
        await Expect(visitor.Heading).ToHaveTextAsync("Ship contracts");
        await Expect(visitor.Rows).ToHaveCountAsync(50);
    }

    [SkippableTheory]
    [InlineData("Ships")]
    [InlineData("Blueprints")]
    [InlineData("Want to buy")]
    [InlineData("Auctions")]
    [InlineData("Couriers")]
    [InlineData("All")]
    public async Task A_tab_promises_what_a_click_on_it_then_shows(string tab)
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/contracts?size=100");

        var promised = int.Parse(await visitor.Tab(tab).Locator(".count").InnerTextAsync(), CultureInfo.InvariantCulture);
        await visitor.Tab(tab).ClickAsync();

        await Expect(visitor.Tab(tab)).ToHaveAttributeAsync("aria-current", "page");
        await Expect(visitor.Rows).ToHaveCountAsync(promised);
    }

    [SkippableTheory]
    [InlineData(Screen.Desktop, true)]
    [InlineData(Screen.Phone, false)]
    public async Task Another_language_keeps_what_was_filtered(Screen screen, bool hasScript)
    {
        var visitor = await ArriveAsync(market, screen, hasScript);
        await visitor.GoToAsync("/contracts?search=rokh&max_price=300000000");
        var rows = await visitor.Rows.CountAsync();
        Assert.NotEqual(0, rows);

        await visitor.Page.Locator(".languages summary").ClickAsync();
        await visitor.Page.Locator(".languages a[lang=ja]").ClickAsync();

        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "ja");
        await Expect(visitor.Rows).ToHaveCountAsync(rows);
        await Expect(visitor.Headlines.GetByText("ロク").First).ToBeVisibleAsync();
        Assert.Contains("search=rokh", visitor.Path, StringComparison.Ordinal);
        Assert.Contains("max_price=300000000", visitor.Path, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_browsers_language_is_spoken_where_none_is_named()
    {
        var visitor = await ArriveAsync(market, new Visit { Locale = "de-DE" });
        await visitor.GoToAsync("/contracts");

        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "de");
    }
}
