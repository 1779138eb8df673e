using Microsoft.Playwright;

namespace HangarBay.Browser.Tests.Given;

/// <summary>The screen sizes of the tests, in pixels.</summary>
public enum Screen
{
    /// <summary>1280 by 900.</summary>
    Desktop,

    /// <summary>390 by 844.</summary>
    Phone,

    /// <summary>320 by 640: a desktop at a zoom of 400 %, or the smallest phone.</summary>
    Narrow,
}

internal static class Screens
{
    public static ViewportSize Size(this Screen screen) => screen switch
    {
        Screen.Desktop => new ViewportSize { Width = 1280, Height = 900 },
        Screen.Phone => new ViewportSize { Width = 390, Height = 844 },
        Screen.Narrow => new ViewportSize { Width = 320, Height = 640 },
        _ => throw new ArgumentOutOfRangeException(nameof(screen)),
    };
}
