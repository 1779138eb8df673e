using HangarBay.Browser.Tests.Given;
using static Microsoft.Playwright.Assertions;

namespace HangarBay.Browser.Tests.Journeys;

/// <summary>The box on top of every page, and the shortest ways through the site.</summary>
public sealed class BoxTests(Market market) : BrowserTest, IClassFixture<Market>
{
    [SkippableTheory]
    [InlineData("/contracts")]
    [InlineData("/about")]
    [InlineData("/coverage")]
    public async Task The_cheapest_offer_of_a_type_takes_a_few_keys_from_every_page(string path)
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync(path);

        await visitor.Page.Keyboard.PressAsync("/");
        await visitor.Page.Keyboard.TypeAsync("rokh");
        await Expect(visitor.Options.First).ToContainTextAsync("Rokh · Battleship");
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(visitor.Box).ToHaveAttributeAsync("aria-activedescendant", "box-0");
        await visitor.Page.Keyboard.PressAsync("Enter");

        await visitor.IsAtAsync(at => at == "/contracts?single=true&type_ids=24688&sort_by=unit_price&sort_direction=asc");
        await Expect(visitor.Rows.First).ToContainTextAsync("295,500,000.00");
        // The first row is two stops away, by the link past the filters.
        await visitor.Page.Locator("#results").FocusAsync();
        await visitor.Headlines.First.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Heading).ToHaveTextAsync("Rokh");
    }

    [SkippableFact]
    public async Task A_suggestion_is_chosen_with_the_mouse()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/contracts");

        await visitor.Box.FillAsync("jita");
        await visitor.Options.Filter(new() { HasText = "Jita IV" }).ClickAsync();

        await visitor.IsAtAsync(at => at == "/contracts?station_ids=60003760&segment=all");
        await Expect(visitor.Chips).ToHaveCountAsync(1);
        await Expect(visitor.Box).ToHaveValueAsync("");
    }

    [SkippableFact]
    public async Task Escape_closes_the_suggestions_and_keeps_what_was_typed()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/contracts");
        await visitor.Box.FillAsync("rifter");
        await Expect(visitor.Box).ToHaveAttributeAsync("aria-expanded", "true");

        await visitor.Page.Keyboard.PressAsync("Escape");

        await Expect(visitor.Box).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(visitor.Options.First).ToBeHiddenAsync();
        await Expect(visitor.Box).ToHaveValueAsync("rifter");
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Enter_shows_all_that_was_found_with_or_without_a_script(bool hasScript)
    {
        var visitor = await ArriveAsync(market, Screen.Desktop, hasScript);
        await visitor.GoToAsync("/contracts");

        await visitor.Box.FillAsync("rifter");
        await visitor.Box.PressAsync("Enter");

        await visitor.IsAtAsync(at => at == "/find?q=rifter");
        await visitor.Page.Locator("main a").Filter(new() { HasText = "Rifter" }).First.ClickAsync();
        await Expect(visitor.Rows).ToHaveCountAsync(50);
    }

    [SkippableFact]
    public async Task A_misspelt_name_suggests_the_nearest()
    {
        var visitor = await ArriveAsync(market, Screen.Phone);
        await visitor.GoToAsync("/contracts");

        await visitor.Box.FillAsync("rifetr");

        await Expect(visitor.Options.First).ToContainTextAsync("Rifter");
    }

    [SkippableFact]
    public async Task Somebody_who_buys_a_type_is_found()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/contracts?search=rokh");

        await visitor.Tab("Want to buy").ClickAsync();

        await Expect(visitor.Rows).ToHaveCountAsync(1);
        await Expect(visitor.Headlines.First).ToContainTextAsync("Wanted: Rokh");
    }

    [SkippableFact]
    public async Task A_copy_is_bounded_by_its_price_per_run_and_says_that_it_is_one()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/contracts?search=rokh");
        await visitor.Tab("Blueprints").ClickAsync();
        await Expect(visitor.Rows).ToHaveCountAsync(3);

        await visitor.Field("max_unit_price").FillAsync("25m");

        await Expect(visitor.Rows).ToHaveCountAsync(1);
        await Expect(visitor.Rows.First).ToContainTextAsync("22,500,000.00");
        await Expect(visitor.Rows.First.Locator(".badge")).ToHaveTextAsync(["Copy"]);
    }

    [SkippableFact]
    public async Task An_auction_that_ends_today_takes_two_choices()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/contracts");

        await visitor.Tab("Auctions").ClickAsync();
        await Expect(visitor.Heading).ToHaveTextAsync("Auctions");
        await visitor.Field("ends_within").SelectOptionAsync("24");

        await visitor.IsAtAsync(at => at.Contains("ends_within=24", StringComparison.Ordinal) && at.Contains("segment=auctions", StringComparison.Ordinal));
        await Expect(visitor.Rows).ToHaveCountAsync(1);
    }
}
