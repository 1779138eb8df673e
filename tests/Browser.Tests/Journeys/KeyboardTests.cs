using HangarBay.Browser.Tests.Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HangarBay.Browser.Tests.Journeys;

/// <summary>Use of the site with the keyboard alone.</summary>
public sealed class KeyboardTests(Market market) : BrowserTest, IClassFixture<Market>
{
    // The focused element shows an outline, unless it is the page's main part, which is too large for one.
    private const string FocusShows = """
        () => {
            const one = document.activeElement, style = getComputedStyle(one);
            if (one === document.body) return '';
            const shows = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
            return shows ? '' : `${one.tagName}.${one.className} ${one.name ?? ''} ${one.textContent.trim().slice(0, 40)}`;
        }
        """;

    [SkippableFact]
    public async Task The_first_stop_leads_past_everything_to_the_content()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/contracts");

        await visitor.Page.Keyboard.PressAsync("Tab");
        await Expect(visitor.Page.Locator("a.skip").First).ToBeFocusedAsync();
        await Expect(visitor.Page.Locator("a.skip").First).ToBeInViewportAsync();

        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.Locator("main")).ToBeFocusedAsync();
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_second_stop_leads_past_the_filters_to_the_results(bool hasScript)
    {
        var visitor = await ArriveAsync(market, Screen.Desktop, hasScript);
        await visitor.GoToAsync("/contracts");

        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await Expect(visitor.Page.GetByText("Skip to the results")).ToBeInViewportAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Expect(visitor.Page.Locator("#results")).ToBeFocusedAsync();
    }

    [SkippableFact]
    public async Task The_regions_are_one_stop_and_arrows_go_through_them()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/contracts");
        var regions = visitor.Rail.Locator("[name=region_ids]");
        await visitor.Rail.Locator("[data-narrow]").FocusAsync();

        await visitor.Page.Keyboard.PressAsync("Tab");
        await Expect(regions.Nth(0)).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(regions.Nth(1)).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Tab");
        await Expect(visitor.Field("place")).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Shift+Tab");
        await Expect(regions.Nth(1)).ToBeFocusedAsync();

        await visitor.Page.Keyboard.PressAsync("Space");
        await Expect(visitor.Chips).ToHaveCountAsync(1);
        await Expect(visitor.Page.Locator("[name=region_ids]:checked")).ToBeFocusedAsync();
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_language_menu_closes_by_Escape_and_by_a_click_elsewhere(bool byKey)
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/about");
        var menu = visitor.Page.Locator(".languages");
        await menu.Locator("summary").ClickAsync();
        await Expect(menu.Locator("a").First).ToBeVisibleAsync();

        if (byKey) await visitor.Page.Keyboard.PressAsync("Escape");
        else await visitor.Heading.ClickAsync();

        await Expect(menu.Locator("a").First).ToBeHiddenAsync();
        if (byKey) await Expect(menu.Locator("summary")).ToBeFocusedAsync();
    }

    [SkippableTheory]
    [InlineData("list", ColorScheme.Dark)]
    [InlineData("list", ColorScheme.Light)]
    [InlineData("contract-lot", ColorScheme.Dark)]
    [InlineData("coverage", ColorScheme.Dark)]
    [InlineData("error-422", ColorScheme.Dark)]
    public async Task Wherever_the_focus_is_it_shows(string sight, ColorScheme theme)
    {
        var visitor = await ArriveAsync(market, new Visit { Theme = theme });
        await visitor.LookAtAsync(Sight.Of(sight), market);

        // Enough steps to reach every kind of control.
        for (var stop = 0; stop < 60; stop++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            Assert.Equal("", await visitor.Page.EvaluateAsync<string>(FocusShows));
        }
    }

    [SkippableFact]
    public async Task A_slash_leads_to_the_box_on_top()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/contracts");

        await visitor.Page.Keyboard.PressAsync("/");

        await Expect(visitor.Box).ToBeFocusedAsync();
        await Expect(visitor.Box).ToHaveValueAsync("");
        await visitor.Page.Keyboard.TypeAsync("a/b");
        await Expect(visitor.Box).ToHaveValueAsync("a/b");
    }

    [SkippableFact]
    public async Task Who_wants_no_slash_switches_it_off_for_every_page_and_on_again()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        var choice = visitor.Page.GetByRole(AriaRole.Checkbox);
        await visitor.GoToAsync("/about");
        await Expect(choice).ToBeCheckedAsync();

        await choice.UncheckAsync();

        await visitor.Page.ReloadAsync();
        await Expect(choice).Not.ToBeCheckedAsync();
        await visitor.Navigation.GetByText("Contracts").ClickAsync();
        await Expect(visitor.Rows).ToHaveCountAsync(50);
        await visitor.Page.Keyboard.PressAsync("/");
        await Expect(visitor.Box).Not.ToBeFocusedAsync();
        await visitor.GoToAsync("/contracts?segment=auctions");
        await visitor.Page.Keyboard.PressAsync("/");
        await Expect(visitor.Box).Not.ToBeFocusedAsync();

        await visitor.Navigation.GetByText("About").ClickAsync();
        await Expect(visitor.Rows).ToHaveCountAsync(0);
        await Expect(choice).Not.ToBeCheckedAsync();
        await choice.CheckAsync();

        await visitor.GoToAsync("/contracts");
        await visitor.Page.Keyboard.PressAsync("/");
        await Expect(visitor.Box).ToBeFocusedAsync();
        await visitor.GoToAsync("/about");
        await Expect(choice).ToBeCheckedAsync();
    }

    [SkippableFact]
    public async Task Without_a_script_there_is_no_slash_to_switch_off()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop, hasScript: false);
        await visitor.GoToAsync("/about");

        await Expect(visitor.Page.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task Arrows_go_from_row_to_row_and_Enter_opens_one()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/contracts");
        await visitor.Headlines.First.FocusAsync();

        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(visitor.Headlines.Nth(2)).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(visitor.Headlines.Nth(1)).ToBeFocusedAsync();

        var address = await visitor.Headlines.Nth(1).GetAttributeAsync("href");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.IsAtAsync(path => path == Uri.UnescapeDataString(address!));
    }

    [SkippableFact]
    public async Task What_was_ticked_keeps_the_focus_and_the_new_count_is_said()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/contracts");
        var domain = visitor.Rail.Locator("[name=region_ids][value='10000043']");
        var before = await visitor.LiveRegion.AllInnerTextsAsync();

        await domain.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Space");

        await Expect(visitor.Rows).ToHaveCountAsync(2);
        await Expect(domain).ToBeFocusedAsync();
        await Expect(domain).ToBeCheckedAsync();
        await Expect(visitor.LiveRegion.Filter(new() { HasText = "2" })).ToHaveCountAsync(1);
        Assert.NotEqual(before, await visitor.LiveRegion.AllInnerTextsAsync());
    }

    [SkippableFact]
    public async Task A_language_is_chosen_by_keys_alone()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/contracts");

        await visitor.Page.Locator(".languages summary").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Expect(visitor.Page.Locator("html")).Not.ToHaveAttributeAsync("lang", "en");
    }
}
