using HangarBay.Browser.Tests.Given;
using static Microsoft.Playwright.Assertions;

namespace HangarBay.Browser.Tests.Journeys;

/// <summary>Setting and removing filters of the list.</summary>
public sealed class FilterTests(Market market) : BrowserTest, IClassFixture<Market>
{
    [SkippableTheory]
    [InlineData(Screen.Desktop, true)]
    [InlineData(Screen.Desktop, false)]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Phone, false)]
    public async Task Looking_for_a_name_shows_what_has_it(Screen screen, bool hasScript)
    {
        var visitor = await ArriveAsync(market, screen, hasScript);
        await visitor.GoToAsync("/contracts");

        await visitor.OpenTheRailAsync();
        await visitor.Search.FillAsync("rokh");
        await visitor.Search.PressAsync("Enter");

        await visitor.IsAtAsync(path => path.Contains("search=rokh", StringComparison.Ordinal));
        await Expect(visitor.Rows).ToHaveCountAsync(Market.Rokhs);
        await Expect(visitor.Chips).ToHaveCountAsync(1);
        await Expect(visitor.Search).ToHaveValueAsync("rokh");
    }

    [SkippableTheory]
    [InlineData(Screen.Desktop, true)]
    [InlineData(Screen.Desktop, false)]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Phone, false)]
    public async Task A_price_is_typed_as_players_say_it(Screen screen, bool hasScript)
    {
        var visitor = await ArriveAsync(market, screen, hasScript);
        await visitor.GoToAsync("/contracts?search=rokh");

        await visitor.OpenTheRailAsync();
        await visitor.Field("max_price").FillAsync("300m");
        await visitor.Field("max_price").PressAsync("Enter");

        await visitor.IsAtAsync(path => path.Contains("max_price=300", StringComparison.Ordinal));
        await Expect(visitor.Rows).ToHaveCountAsync(2);
        await Expect(visitor.Chips).ToHaveCountAsync(2);
    }

    [SkippableTheory]
    [InlineData(Screen.Desktop, true)]
    [InlineData(Screen.Desktop, false)]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Phone, false)]
    public async Task Regions_and_security_are_ticked(Screen screen, bool hasScript)
    {
        var visitor = await ArriveAsync(market, screen, hasScript);
        await visitor.GoToAsync("/contracts");

        await visitor.OpenTheRailAsync();
        await visitor.Rail.Locator("[name=region_ids][value='10000043']").CheckAsync();
        await visitor.ApplyAsync(hasScript);
        await Expect(visitor.Rows).ToHaveCountAsync(2);

        await visitor.OpenTheRailAsync();
        await visitor.Rail.Locator("[name=security][value=null]").CheckAsync();
        await visitor.ApplyAsync(hasScript);
        await Expect(visitor.Rows).ToHaveCountAsync(1);
        await Expect(visitor.Headlines.First).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex($"/contracts/{market.InNullSecId}"));
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_chip_takes_its_own_filter_away_and_no_other(bool hasScript)
    {
        var visitor = await ArriveAsync(market, Screen.Desktop, hasScript);
        await visitor.GoToAsync("/contracts?search=rokh&max_price=300000000&security=null");
        await Expect(visitor.Chips).ToHaveCountAsync(3);

        await visitor.Chips.Filter(new() { HasText = "rokh" }).ClickAsync();

        await Expect(visitor.Chips).ToHaveCountAsync(2);
        Assert.DoesNotContain("search", visitor.Path, StringComparison.Ordinal);
        Assert.Contains("max_price=300000000", visitor.Path, StringComparison.Ordinal);
        Assert.Contains("security=null", visitor.Path, StringComparison.Ordinal);

        await visitor.Page.Locator(".chips a.clear").ClickAsync();

        await Expect(visitor.Chips).ToHaveCountAsync(0);
        Assert.Equal("/contracts", visitor.Path);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_value_that_cannot_be_read_is_told_beside_its_field_and_kept(bool hasScript)
    {
        var visitor = await ArriveAsync(market, Screen.Desktop, hasScript);

        var answer = await visitor.GoToAsync("/contracts?max_price=cheap&search=rokh");

        Assert.Equal(422, answer.Status);
        await Expect(visitor.Page.Locator("[role=alert]")).ToBeVisibleAsync();
        await Expect(visitor.Field("max_price")).ToHaveValueAsync("cheap");
        await Expect(visitor.Field("max_price")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(visitor.Search).ToHaveValueAsync("rokh");
        await Expect(visitor.Search).Not.ToHaveAttributeAsync("aria-invalid", "true");

        await visitor.Field("max_price").FillAsync("300m");
        await visitor.Field("max_price").PressAsync("Enter");

        await Expect(visitor.Rows).ToHaveCountAsync(2);
    }

    [SkippableTheory]
    [InlineData("/contracts")]
    [InlineData("/contracts?search=zzzzzz")]
    [InlineData("/contracts?max_price=cheap")]
    public async Task The_fullest_region_leads_also_where_nothing_is_found_or_counted(string path)
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync(path);

        await Expect(visitor.Rail.Locator("fieldset:has([data-narrow]) li").First).ToContainTextAsync("The Forge");
    }

    [SkippableFact]
    public async Task Nothing_found_offers_a_way_out()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/contracts?search=zzzzzz");

        await Expect(visitor.Rows).ToHaveCountAsync(0);
        await visitor.Page.Locator(".chips a.clear").ClickAsync();

        await Expect(visitor.Rows).ToHaveCountAsync(50);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_list_can_be_put_in_order_where_its_headers_do_not_show(bool hasScript)
    {
        var visitor = await ArriveAsync(market, Screen.Phone, hasScript);
        await visitor.GoToAsync("/contracts");

        var toolbar = visitor.Page.Locator(".toolbar");
        await toolbar.Locator("select").First.SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Value = "price.asc" });
        if (!hasScript) await toolbar.Locator("button[type=submit]").ClickAsync();

        await Expect(visitor.Rows.First).ToContainTextAsync("401,000.00");
    }

    [SkippableFact]
    public async Task Typing_is_enough_where_there_is_a_script()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/contracts");

        await visitor.Search.PressSequentiallyAsync("rokh");

        await visitor.IsAtAsync(path => path.Contains("search=rokh", StringComparison.Ordinal));
        await Expect(visitor.Rows).ToHaveCountAsync(Market.Rokhs);
        await Expect(visitor.Search).ToBeFocusedAsync();
        await Expect(visitor.Search).ToHaveValueAsync("rokh");
    }
}
