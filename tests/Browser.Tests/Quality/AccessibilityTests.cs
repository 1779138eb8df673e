using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using HangarBay.Browser.Tests.Given;
using HangarBay.WebApi.Tests.Api.Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HangarBay.Browser.Tests.Quality;

/// <summary>
/// WCAG 2.2 AA as far as axe can check it: every page in every state, in the light and the dark scheme, at 1280 and 320 pixels.
/// </summary>
public sealed class AccessibilityTests(Market market) : BrowserTest, IClassFixture<Market>
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

    // The contrast of a colour during a transition does not count.
    private static readonly Visit Still = new() { Motion = ReducedMotion.Reduce };

    [SkippableTheory]
    [MemberData(nameof(Sight.Names), MemberType = typeof(Sight))]
    public async Task Axe_finds_nothing(string sight)
    {
        var visitor = await ArriveAsync(market, Still);
        await visitor.LookAtAsync(Sight.Of(sight), market);

        await FindNothingAsync(visitor);
    }

    [SkippableFact]
    public async Task Axe_finds_nothing_where_what_is_shown_is_old()
    {
        await using var stale = await OwnMarket.OpenAsync(new Market { AsOf = Universe.Noon.AddHours(-9) });
        var visitor = await ArriveAsync(stale.Market, Still);
        await visitor.GoToAsync("/contracts");
        await Expect(visitor.Page.Locator(".note.stale")).ToBeVisibleAsync();

        await FindNothingAsync(visitor);
    }

    [SkippableFact]
    public async Task Axe_finds_nothing_where_something_went_wrong()
    {
        await using var faulty = await ApiFactory.StartWithABugAsync(() => new InvalidOperationException());
        var visitor = await ArriveAsync(faulty.ClientOptions.BaseAddress, Still);
        Assert.Equal(500, (await visitor.GoToAsync("/contracts")).Status);
        await Expect(visitor.Page.Locator(".trace")).ToBeVisibleAsync();

        await FindNothingAsync(visitor);
    }

    [SkippableFact]
    public async Task Axe_finds_nothing_where_the_database_is_away()
    {
        await using var empty = await ApiFactory.StartWithoutTablesAsync();
        var visitor = await ArriveAsync(empty.ClientOptions.BaseAddress, Still);
        Assert.Equal(503, (await visitor.GoToAsync("/contracts")).Status);
        await Expect(visitor.Page.GetByText("Try again in 5 seconds.")).ToBeVisibleAsync();

        await FindNothingAsync(visitor);
    }

    private static async Task FindNothingAsync(Visitor visitor)
    {
        var flaws = new List<string>();
        foreach (var screen in new[] { Screen.Desktop, Screen.Narrow })
        {
            await visitor.Page.SetViewportSizeAsync(screen.Size().Width, screen.Size().Height);
            foreach (var theme in new[] { ColorScheme.Dark, ColorScheme.Light })
            {
                await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme });
                foreach (var rule in (await visitor.Page.RunAxe(Rules)).Violations) Tell(flaws, $"{screen}, {theme}", rule);
            }
        }

        Assert.True(flaws.Count == 0, string.Join('\n', flaws));
    }

    private static void Tell(List<string> flaws, string where, AxeResultItem rule)
    {
        flaws.Add($"{where}: {rule.Id}: {rule.Help}");
        foreach (var node in rule.Nodes.Take(5))
        {
            flaws.Add($"    {node.Target}: {node.Html}");
            foreach (var check in node.Any.Concat(node.All).Concat(node.None)) flaws.Add($"        {check.Message}");
        }
    }
}
