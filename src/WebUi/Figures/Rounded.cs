using System.Globalization;

namespace HangarBay.WebUi.Figures;

/// <summary>
/// A quantity as it is told: to two decimals. One below 0.1 keeps two significant digits, so that nothing but 0 is ever told as 0.
/// </summary>
public static class Rounded
{
    private const int MaxDecimals = 28;

    /// <summary>Null: the number is so large or so small that only an exponent tells it well.</summary>
    public static decimal? Of(double value) => Math.Abs(value) is 0 or (>= 1e-12 and < 1e15) ? Of((decimal)value) : null;

    /// <summary>The quantity for readers of no particular language, with decimals only where there are any.</summary>
    public static string Tell(double value) => Of(value) is { } told
        ? told.ToString("0.############################", CultureInfo.InvariantCulture)
        : value.ToString("0.#E+0", CultureInfo.InvariantCulture);

    public static decimal Of(decimal value)
    {
        var decimals = 2;
        for (var size = Math.Abs(value); size is > 0 and < 0.1m && decimals < MaxDecimals; size *= 10) decimals++;
        return decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
    }
}
