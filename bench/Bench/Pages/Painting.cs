using Microsoft.Playwright;

namespace HangarBay.Bench.Pages;

/// <summary>Measures when a real browser has painted the largest element of a page.</summary>
internal static class Painting
{
    private const int Visits = 15;

    private const string LargestPaint =
        """
        () => new Promise(resolve => new PerformanceObserver(list => resolve(list.getEntries().at(-1).startTime))
            .observe({ type: "largest-contentful-paint", buffered: true }))
        """;

    /// <summary>
    /// The times in milliseconds from the start of the navigation. Each visit has a new browser profile with nothing cached. The first
    /// visit is a warm-up and is left out.
    /// </summary>
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
                // No other host is resolved, also not that of the pictures. Intercepting each request instead would add a third to the
                // measured time.
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
