using System.Diagnostics.CodeAnalysis;
using Microsoft.Playwright;

namespace HangarBay.Browser.Tests.Given;

/// <summary>
/// The one browser of a test run: the executable that <c>HANGARBAY_TEST_CHROMIUM</c> names, else the one that Debian or
/// Ubuntu installs. Without one the run fails under <c>CI=true</c>; elsewhere the test is reported as skipped, so it needs
/// <c>[SkippableFact]</c>. The package contains Playwright's driver and its runtime; nothing is downloaded.
/// </summary>
internal static class Chromium
{
    /// <summary>The variable that names the executable to use.</summary>
    public const string Variable = "HANGARBAY_TEST_CHROMIUM";

    /// <summary>The time-out for anything in a page, in milliseconds.</summary>
    public const float Patience = 10_000;

    private const string Missing = $"No Chromium for the tests: set {Variable}, or install it (Debian: chromium).";

    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // The processor draws the pages, because a test machine has no graphics card. The browser itself sends no requests.
    private static readonly string[] Arguments =
        ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static readonly Lazy<Task<IBrowser?>> Started = new(StartAsync);

    /// <summary>The browser, which ends with the process. Skips the calling test where there is none.</summary>
    public static async Task<IBrowser> BrowserAsync()
    {
        var browser = await Started.Value;
        if (browser is null) GiveUp();
        return browser;
    }

    [DoesNotReturn]
    private static void GiveUp() => throw (Environment.GetEnvironmentVariable("CI") == "true"
        ? new InvalidOperationException(Missing)
        : new SkipException(Missing));

    private static async Task<IBrowser?> StartAsync()
    {
        var executable = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : Array.Find(Usual, File.Exists);
        if (executable is null) return null;
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            // The browser's sandbox does not run as root, and the tests open only the project's own pages.
            ChromiumSandbox = false,
            Args = Arguments,
            Timeout = 60_000,
        });
    }
}
