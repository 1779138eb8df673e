using HangarBay.Browser.Tests.Given;
using Microsoft.Playwright;

namespace HangarBay.Browser.Tests.Quality;

/// <summary>Screenshots of every page in every state, for people to check, in <c>artifacts/screenshots</c>.</summary>
public sealed class ScreenshotTests(Market market) : BrowserTest, IClassFixture<Market>
{
    [SkippableTheory]
    [InlineData(Screen.Desktop, ColorScheme.Dark)]
    [InlineData(Screen.Desktop, ColorScheme.Light)]
    [InlineData(Screen.Phone, ColorScheme.Dark)]
    [InlineData(Screen.Phone, ColorScheme.Light)]
    public async Task Every_page_has_its_picture_taken(Screen screen, ColorScheme theme)
    {
        var visitor = await ArriveAsync(market, new Visit { Screen = screen, Theme = theme });
        var folder = Pictures.Folder($"{screen}-{theme}".ToLowerInvariant());
        foreach (var sight in Sight.All)
        {
            await visitor.LookAtAsync(sight, market);

            var picture = await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{sight.Name}.png") });
            Assert.NotEmpty(picture);
        }
    }
}
