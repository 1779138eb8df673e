using Microsoft.Playwright;

namespace HangarBay.Bench.Pages;

/// <summary>When a real browser has painted the largest thing on a page.</summary>
internal static class Painting
{
    private const int Visits = 15;

    private const string LargestPaint =
        """
        () => new Promise(resolve => new PerformanceObserver(list => resolve(list.getEntries().at(-1).startTime))
            .observe({ type: "largest-contentful-paint", buffered: true }))
        """;

    /// <summary>In milliseconds from the start of the navigation, each visit by a browser profile that has nothing cached; the first visit warms everything up and is left out.</summary>
    public static async Task<IReadOnlyList<double>> MeasureAsync(Uri page)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("HANGARBAY_TEST_CHROMIUM") ?? "/usr/bin/chromium",
            ChromiumSandbox = false,
            Args =
            [
                "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                // Nobody else is found, pictures of items neither; looking at each request instead would cost a third of what is measured.
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
            ],
        });
        var paints = new List<double>();
        for (var visit = 0; visit <= Visits; visit++)
        {
            await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 900 } });
            var tab = await context.NewPageAsync();
            await tab.GotoAsync(page.AbsoluteUri);
            var paint = await tab.EvaluateAsync<double>(LargestPaint);
            if (visit > 0) paints.Add(paint);
        }

        return paints;
    }
}
