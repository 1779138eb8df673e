using System.Globalization;
using HangarBay.Domain;
using HangarBay.WebUi.Texts;

namespace HangarBay.WebUi.Figures;

/// <summary>Writes numbers and times in the reader's language. An unknown value is a dash, never zero.</summary>
public sealed class Figure(Words words, CultureInfo culture)
{
    public const string Unknown = "—";

    // A decimal holds as many places as a rounded quantity may have.
    private const string Places = "##########################";

    private static readonly (decimal Unit, char Letter)[] TypedUnits = [(1e12m, 't'), (1e9m, 'b'), (1e6m, 'm'), (1e3m, 'k')];

    public string Whole(long? number) => number?.ToString("N0", culture) ?? Unknown;

    /// <summary>The number of what was just named; empty for one of it, and where the number is unknown.</summary>
    public string Times(long? number) => number > 1 ? $" ×\u00a0{Whole(number)}" : "";

    /// <summary>One number where both are the same, else both with a dash between.</summary>
    public string Range(int? from, int? to) => from == to ? Whole(from) : $"{Whole(from)}–{Whole(to)}";

    /// <summary>The full amount, two decimals.</summary>
    public string Isk(Isk? amount) => amount?.Amount.ToString("N2", culture) ?? Unknown;

    /// <summary>An amount with decimals only where there are any. <see cref="TypedAmount"/> reads it back.</summary>
    public string Amount(decimal amount) => amount.ToString("#,0.##", culture);

    /// <summary>
    /// An amount for a field that the reader edits: as players type it where that is exact and has two decimals at most (<c>1.5 b</c>),
    /// else in full. <see cref="TypedAmount"/> reads it back.
    /// </summary>
    public string Typed(decimal amount)
    {
        foreach (var (unit, letter) in TypedUnits)
        {
            if (amount < unit) continue;
            var scaled = amount / unit;
            return scaled == decimal.Round(scaled, 2) ? $"{Amount(scaled)} {letter}" : Amount(amount);
        }

        return Amount(amount);
    }

    /// <summary>
    /// Three figures with the game's K, M and B, which no language translates. Empty below a thousand, where it would say nothing new.
    /// </summary>
    public string Brief(Isk? amount) => amount is { Amount: >= 1000 and var isk } ? Scaled(isk) : "";

    /// <summary>The same for any amount; one below a thousand is written as it is.</summary>
    public string Brief(decimal isk) => isk < 1000 ? Rounded.Of(isk).ToString($"#,0.##{Places}", culture) : Scaled(isk);

    /// <summary>Cubic metres, with decimals only where there are any; a small volume has two significant digits.</summary>
    public string Volume(double? cubicMetres) => cubicMetres is { } volume ? Quantity(volume, $"#,0.##{Places}") : Unknown;

    /// <summary>ISK a cubic metre, two decimals or more.</summary>
    public string PerVolume(double? isk) => isk is { } each ? Quantity(each, $"#,0.00{Places}") : Unknown;

    /// <summary>To one decimal, as the game shows it.</summary>
    public string Security(decimal security) => security.ToString("0.0", culture);

    /// <summary>The date and the minute, EVE time.</summary>
    public string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString(words["Market.InstantPattern"], culture);

    /// <summary>The same without the year, for an instant that is weeks away at most.</summary>
    public string Near(DateTimeOffset instant) => instant.UtcDateTime.ToString(words["Market.NearPattern"], culture);

    /// <summary>The date without the year, EVE time.</summary>
    public string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString(words["Market.DayPattern"], culture);

    /// <summary>To the second, in UTC, for machines.</summary>
    public static string Iso(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>The minute of the day, EVE time.</summary>
    public static string Clock(DateTimeOffset instant) => instant.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The two largest units of a span: <c>6 d 3 h</c>, <c>2 h 40 min</c>, <c>5 min</c>; a minute at least.</summary>
    public string Span(TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } => $"{words.Format("Market.Days", span.Days)} {words.Format("Market.Hours", span.Hours)}",
        { TotalHours: >= 1 } => $"{words.Format("Market.Hours", span.Hours)} {words.Format("Market.Minutes", span.Minutes)}",
        _ => words.Format("Market.Minutes", Math.Max(1, span.Minutes)),
    };

    private string Quantity(double value, string format) => Rounded.Of(value) is { } told
        ? told.ToString(format, culture)
        : value.ToString(Math.Abs(value) < 1 ? "0.#E+0" : "#,0", culture);

    private string Scaled(decimal isk)
    {
        var (unit, letter) = isk switch
        {
            >= 999_500_000_000 => (1_000_000_000_000m, "T"),
            >= 999_500_000 => (1_000_000_000m, "B"),
            >= 999_500 => (1_000_000m, "M"),
            _ => (1_000m, "K"),
        };
        var scaled = isk / unit;
        var decimals = scaled >= 99.95m ? 0 : scaled >= 9.995m ? 1 : 2;
        return $"{decimal.Round(scaled, decimals, MidpointRounding.AwayFromZero).ToString("#,0.##", culture)} {letter}";
    }
}
