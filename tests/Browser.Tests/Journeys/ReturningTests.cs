using HangarBay.Browser.Tests.Given;
using static Microsoft.Playwright.Assertions;

namespace HangarBay.Browser.Tests.Journeys;

/// <summary>The way back from a contract to the list.</summary>
public sealed class ReturningTests(Market market) : BrowserTest, IClassFixture<Market>
{
    private const int Row = 38;

    [SkippableTheory]
    [InlineData(Screen.Desktop, false)]
    [InlineData(Screen.Desktop, true)]
    [InlineData(Screen.Phone, false)]
    public async Task Back_returns_to_the_row_that_was_opened(Screen screen, bool byLink)
    {
        var visitor = await ArriveAsync(market, screen);
        await visitor.GoToAsync("/contracts?segment=all");
        await visitor.Headlines.Nth(Row).ScrollIntoViewIfNeededAsync();
        var scrolled = await ScrolledAsync(visitor);
        Assert.True(scrolled > 500);

        await visitor.Headlines.Nth(Row).ClickAsync();
        await Expect(visitor.Rows).ToHaveCountAsync(0);
        await Expect(visitor.Heading).ToBeFocusedAsync();
        if (byLink) await visitor.Back.ClickAsync();
        else await visitor.Page.GoBackAsync();

        await Expect(visitor.Headlines.Nth(Row)).ToBeFocusedAsync();
        await Expect(visitor.Headlines.Nth(Row)).ToBeInViewportAsync();
        Assert.InRange(await ScrolledAsync(visitor), scrolled - 10, scrolled + 10);
    }

    [SkippableFact]
    public async Task A_contract_that_was_opened_by_its_address_returns_to_its_row()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/contracts?segment=all");
        await visitor.GoToAsync((await visitor.Headlines.Nth(Row).GetAttributeAsync("href"))!);

        await visitor.Back.ClickAsync();

        await Expect(visitor.Headlines.Nth(Row)).ToBeFocusedAsync();
        await Expect(visitor.Headlines.Nth(Row)).ToBeInViewportAsync();
    }

    private static Task<double> ScrolledAsync(Visitor visitor) => visitor.Page.EvaluateAsync<double>("() => scrollY");
}
