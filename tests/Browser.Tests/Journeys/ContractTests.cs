using HangarBay.Browser.Tests.Given;
using static Microsoft.Playwright.Assertions;

namespace HangarBay.Browser.Tests.Journeys;

/// <summary>The page of one contract and its actions.</summary>
public sealed class ContractTests(Market market) : BrowserTest, IClassFixture<Market>
{
    [SkippableTheory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task The_link_for_the_games_chat_is_copied(Screen screen)
    {
        var visitor = await ArriveAsync(market, screen);
        await visitor.MayUseTheClipboardAsync();
        await visitor.GoToAsync($"/contracts/{market.AuctionId}");
        var button = visitor.Page.Locator("button[data-copy]");

        await button.ClickAsync();

        await Expect(button).ToHaveTextAsync("Copied ✓");
        await Expect(visitor.LiveRegion).ToHaveTextAsync((await button.GetAttributeAsync("data-copied"))!);
        Assert.Equal($"<url=contract:30000142//{market.AuctionId}>Rokh</url>", await visitor.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        await Expect(button).ToHaveTextAsync("Copy");
    }

    [SkippableFact]
    public async Task A_closed_contract_says_so_first_and_offers_no_link_for_the_game()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync($"/contracts/{market.ClosedId}");

        await Expect(visitor.Page).ToHaveTitleAsync("Closed · Rifter · 5,000,000.00 ISK · Hangar Bay");
        await Expect(visitor.Page.Locator("meta[property='og:title']")).ToHaveAttributeAsync("content", "Closed · Rifter · 5,000,000.00 ISK");
        await Expect(visitor.Page.Locator("button[data-copy]")).ToHaveCountAsync(0);
        await Expect(visitor.Page.Locator("main")).Not.ToContainTextAsync("Paste it");
    }

    [SkippableFact]
    public async Task A_type_leads_to_its_cheapest_offer()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync($"/contracts/{market.InNullSecId}");

        await visitor.Page.Locator(".lines a").First.ClickAsync();

        await Expect(visitor.Header("Each")).ToHaveAttributeAsync("aria-sort", "ascending");
        await Expect(visitor.Rows.First).ToContainTextAsync("295,500,000.00");
        await Expect(visitor.Page.Locator(".lots")).ToHaveTextAsync("Lots that hold it: 2");
    }

    [SkippableFact]
    public async Task The_lines_of_a_large_lot_are_narrowed_and_copied()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.MayUseTheClipboardAsync();
        await visitor.GoToAsync($"/contracts/{market.LargeLotId}");
        var lines = visitor.Page.Locator(".lot-lines tr[data-name]");
        // Equal copies are one line.
        await Expect(lines).ToHaveCountAsync(21);
        await Expect(visitor.Page.Locator(".lot-lines tr.section th")).ToHaveTextAsync(["Blueprint", "Material"]);

        await visitor.Page.Locator("[data-copy-rows]").ClickAsync();
        var copied = await visitor.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Equal(21, copied.Split('\n').Length);
        Assert.Contains("Tritanium\t12500000", copied.Split('\n'));
        Assert.Contains("Rokh Blueprint\t2", copied.Split('\n'));

        await visitor.Page.Locator("[data-narrow-rows]").FillAsync("trit");
        await Expect(visitor.Page.Locator(".lot-lines tr[data-name]:visible")).ToHaveCountAsync(1);
        await Expect(visitor.Page.Locator(".lot-lines tr.section:visible th")).ToHaveTextAsync(["Material"]);
    }

    [SkippableFact]
    public async Task Without_a_script_there_is_no_button_that_does_nothing()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop, hasScript: false);
        await visitor.GoToAsync($"/contracts/{market.AuctionId}");

        await Expect(visitor.Page.Locator("button[data-copy]")).ToBeHiddenAsync();
        await Expect(visitor.Page.Locator("[data-theme-switch]")).ToBeHiddenAsync();
        await Expect(visitor.Page.Locator(".gamelink input")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^<url=contract:"));
    }

    [SkippableFact]
    public async Task A_contract_in_an_unknown_place_offers_no_link_for_the_game()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync($"/contracts/{market.InAStructureId}");

        await Expect(visitor.Heading).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("button[data-copy]")).ToHaveCountAsync(0);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_does_not_exist_is_told_in_the_frame_of_the_site_with_a_way_out(bool hasScript)
    {
        var visitor = await ArriveAsync(market, Screen.Desktop, hasScript);

        Assert.Equal(404, (await visitor.GoToAsync("/contracts/1")).Status);
        await Expect(visitor.Navigation).ToBeVisibleAsync();
        await visitor.Page.Locator("main a[href^='/contracts']").First.ClickAsync();

        await Expect(visitor.Rows.First).ToBeVisibleAsync();
    }

    [SkippableTheory]
    [InlineData("/coverage", "/about", true)]
    [InlineData("/about", "/coverage", true)]
    [InlineData("/coverage", "/about", false)]
    public async Task The_other_pages_are_one_click_away_from_each_other(string from, string to, bool hasScript)
    {
        var visitor = await ArriveAsync(market, Screen.Desktop, hasScript);
        await visitor.GoToAsync(from);
        await Expect(visitor.Navigation.Locator("[aria-current=page]")).ToHaveAttributeAsync("href", from);
        var heading = await visitor.Heading.InnerTextAsync();

        await visitor.Navigation.Locator($"a[href='{to}']").ClickAsync();

        await Expect(visitor.Navigation.Locator("[aria-current=page]")).ToHaveAttributeAsync("href", to);
        await Expect(visitor.Heading).Not.ToHaveTextAsync(heading);
    }

    [SkippableFact]
    public async Task Coverage_names_every_region_that_was_swept()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/coverage");

        await Expect(visitor.Page.Locator("main")).ToContainTextAsync("The Forge");
        await Expect(visitor.Page.Locator("main")).ToContainTextAsync("Domain");
    }
}
