using Microsoft.Playwright;

namespace HangarBay.Browser.Tests.Given;

/// <summary>The conditions of a visit: the screen, the browser and its settings.</summary>
internal sealed record Visit
{
    public Screen Screen { get; init; } = Screen.Desktop;

    public bool HasScript { get; init; } = true;

    public ColorScheme Theme { get; init; } = ColorScheme.Dark;

    /// <summary>The language of the browser.</summary>
    public string Locale { get; init; } = "en-GB";

    public ReducedMotion Motion { get; init; } = ReducedMotion.NoPreference;

    /// <summary>Whether the page's clock and its timers move only when the test moves them.</summary>
    public bool HasStandingClock { get; init; }
}
