using Microsoft.Playwright;

namespace HangarBay.Browser.Tests.Given;

/// <summary>How somebody comes: on which screen, with which browser and wishes.</summary>
internal sealed record Visit
{
    public Screen Screen { get; init; } = Screen.Desktop;

    public bool HasScript { get; init; } = true;

    public ColorScheme Theme { get; init; } = ColorScheme.Dark;

    /// <summary>What the browser says its reader reads.</summary>
    public string Locale { get; init; } = "en-GB";

    public ReducedMotion Motion { get; init; } = ReducedMotion.NoPreference;

    /// <summary>The page's clock, and what waits for it, only moves when the test says so.</summary>
    public bool HasStandingClock { get; init; }
}
