using System.Diagnostics.CodeAnalysis;
using Microsoft.Playwright;

namespace HangarBay.Browser.Tests.Given;

/// <summary>
/// The one browser of a test run: the executable that <c>HANGARBAY_TEST_CHROMIUM</c> names, else the one that Debian or
/// Ubuntu installs. Where there is none the run fails under <c>CI=true</c>, and elsewhere the test is skipped visibly: it
/// needs <c>[SkippableFact]</c>. Playwright's driver and its runtime stand in the package; nothing is downloaded.
/// </summary>
internal static class Chromium
{
    /// <summary>Names the executable to use.</summary>
    public const string Variable = "HANGARBAY_TEST_CHROMIUM";

    /// <summary>How long anything in a page may take before it counts as not coming, in milliseconds.</summary>
    public const float Patience = 10_000;

    private const string Missing = $"No Chromium for the tests: set {Variable}, or install it (Debian: chromium).";

    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // Its window's contents are drawn by the processor, as a machine for tests has nothing else, and it asks nobody for anything.
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
            // Its sandbox refuses to work for root, and only our own pages are opened.
            ChromiumSandbox = false,
            Args = Arguments,
            Timeout = 60_000,
        });
    }
}
