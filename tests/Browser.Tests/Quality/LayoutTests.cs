using HangarBay.Application.Abstractions;
using HangarBay.Browser.Tests.Given;
using HangarBay.Domain;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HangarBay.Browser.Tests.Quality;

/// <summary>The layout of the pages and its stability.</summary>
public sealed class LayoutTests(Market market) : BrowserTest, IClassFixture<Market>
{
    // The element that sticks out furthest shows where to look.
    private const string StickingOut = """
        () => {
            const width = document.documentElement.clientWidth;
            if (document.scrollingElement.scrollWidth <= width) return [];
            return [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > width + 0.5)
                .map(one => `${one.tagName}.${one.className} to ${Math.round(one.getBoundingClientRect().right)}: ${one.textContent.trim().slice(0, 60)}`).slice(0, 8)
                .concat(`The page is ${document.scrollingElement.scrollWidth} wide.`);
        }
        """;

    // A number with its separators; none of them is a space where a line may break.
    private const string BrokenNumbers = """
        () => {
            const broken = [], range = document.createRange();
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
                for (const { 0: number, index } of texts.currentNode.data.matchAll(/\d[\d.,'’\u00a0\u202f]*\d/g)) {
                    range.setStart(texts.currentNode, index);
                    range.setEnd(texts.currentNode, index + number.length);
                    const lines = new Set([...range.getClientRects()].map(part => Math.round(part.top)));
                    if (lines.size > 1) broken.push(`${number} in ${texts.currentNode.parentElement.className}`);
                }
            }
            return broken;
        }
        """;

    [SkippableTheory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task No_number_breaks_at_any_width(string language)
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        foreach (var sight in Sight.All)
        {
            await visitor.GoToAsync(sight.In(language, market));
            foreach (var width in new[] { 320, 360, 390, 430, 480, 600, 700, 720, 768, 896, 1024, 1280, 1440, 1920, 2560, 3840 })
            {
                await visitor.Page.SetViewportSizeAsync(width, 900);

                var broken = await visitor.Page.EvaluateAsync<string[]>(BrokenNumbers);
                Assert.True(broken.Length == 0, $"{sight.Name} at {width}: {string.Join("; ", broken)}");
            }
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Sight.Names), MemberType = typeof(Sight))]
    public async Task No_language_makes_a_page_wider_than_320_pixels(string sight)
    {
        var visitor = await ArriveAsync(market, Screen.Narrow);
        foreach (var language in Enum.GetValues<Language>())
        {
            await visitor.GoToAsync(Sight.Of(sight).In(WireWords.Of(language), market));

            var stickingOut = await visitor.Page.EvaluateAsync<string[]>(StickingOut);
            Assert.True(stickingOut.Length == 0, $"{language}:\n{string.Join('\n', stickingOut)}");
        }
    }

    [SkippableTheory]
    [InlineData(1280, 900)]
    [InlineData(1024, 768)]
    [InlineData(896, 900)]
    [InlineData(768, 1024)]
    [InlineData(600, 900)]
    [InlineData(390, 844)]
    [InlineData(3840, 2160)]
    public async Task No_width_between_phone_and_4K_makes_a_page_wider_than_the_window(int width, int height)
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.Page.SetViewportSizeAsync(width, height);
        foreach (var sight in Sight.All)
        {
            await visitor.GoToAsync(sight.In("de", market));

            var stickingOut = await visitor.Page.EvaluateAsync<string[]>(StickingOut);
            Assert.True(stickingOut.Length == 0, $"{sight.Name}:\n{string.Join('\n', stickingOut)}");
        }
    }

    [SkippableTheory]
    [InlineData(Screen.Desktop, 1)]
    [InlineData(Screen.Desktop, 8)]
    [InlineData(Screen.Phone, 1)]
    [InlineData(Screen.Phone, 8)]
    public async Task Nothing_moves_once_it_is_seen_however_slowly_it_comes(Screen screen, int times)
    {
        var visitor = await ArriveAsync(market, screen);
        await visitor.IsSlowByAsync(times);
        foreach (var sight in Sight.All)
        {
            await visitor.GoToAsync(sight.On(market));

            var shifts = await visitor.ShiftsAsync();
            Assert.True(shifts.Length == 0, $"{sight.Name}:\n{string.Join('\n', shifts)}");
        }
    }

    [SkippableFact]
    public async Task Who_wants_no_motion_sees_none()
    {
        var visitor = await ArriveAsync(market, new Visit { Motion = ReducedMotion.Reduce });
        foreach (var sight in Sight.All)
        {
            await visitor.GoToAsync(sight.On(market));
            await visitor.Page.Locator("header.top a").First.HoverAsync();

            Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("() => document.getAnimations().length"));
        }
    }

    [SkippableFact]
    public async Task Printed_there_is_only_what_can_be_read()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/contracts");
        await Expect(visitor.Navigation).ToBeVisibleAsync();

        await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await Expect(visitor.Navigation).ToBeHiddenAsync();
        await Expect(visitor.Rail).ToBeHiddenAsync();
        await Expect(visitor.Pager.First).ToBeHiddenAsync();
        await Expect(visitor.Rows.First).ToBeVisibleAsync();
    }
}
