using System.Globalization;
using System.Text.RegularExpressions;

namespace HangarBay.WebUi.Tests.Look;

/// <summary>The contrast of the site's colours in light and dark mode, by WCAG's formula, from the tokens in the stylesheet.</summary>
public sealed partial class TokenTests
{
    private const double ForText = 4.5;
    private const double ForControls = 3;

    private static readonly string Style = File.ReadAllText(Path.Combine(Repository.WebUi, "wwwroot", "site.css"));

    private static readonly Dictionary<string, (Oklch Light, Oklch Dark)> Tokens = Token().Matches(Style).ToDictionary(
        match => match.Groups["name"].Value, match => (Read(match.Groups["light"].Value), Read(match.Groups["dark"].Value)));

    private static readonly string[] Grounds = ["bg", "surface", "raised"];

    public static TheoryData<string, string, double> Pairs()
    {
        var pairs = new TheoryData<string, string, double>();
        foreach (var ground in Grounds)
        {
            foreach (var ink in new[] { "text", "muted", "accent", "isk", "urgent", "good" }) pairs.Add(ink, ground, ForText);
            pairs.Add("control", ground, ForControls);
            foreach (var mark in Tokens.Keys.Where(name => name.StartsWith("sec-", StringComparison.Ordinal))) pairs.Add(mark, ground, ForControls);
        }

        pairs.Add("on-accent", "accent", ForText);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_text_colour_has_enough_contrast_with_its_background(string ink, string ground, double least)
    {
        Assert.True(Contrast(Tokens[ink].Dark, Tokens[ground].Dark) >= least, $"Contrast in dark mode: {Contrast(Tokens[ink].Dark, Tokens[ground].Dark):0.00}.");
        Assert.True(Contrast(Tokens[ink].Light, Tokens[ground].Light) >= least, $"Contrast in light mode: {Contrast(Tokens[ink].Light, Tokens[ground].Light):0.00}.");
    }

    [Fact]
    public void Colours_are_written_only_as_tokens()
    {
        var rules = Style[Style.IndexOf('}', StringComparison.Ordinal)..];

        Assert.DoesNotMatch(@"#[0-9a-fA-F]{3,8}\b|\b(rgb|rgba|hsl|oklch|oklab|lab|lch|hwb)\(|:\s*(white|black|red|green|blue|gr[ae]y)\b", rules);
    }

    [Fact]
    public void Every_token_is_used_and_every_used_token_exists()
    {
        var declared = Regex.Matches(Style, @"^\s*(--[\w-]+):", RegexOptions.Multiline).Select(match => match.Groups[1].Value).ToHashSet();
        var used = Regex.Matches(Style, @"var\((--[\w-]+)").Select(match => match.Groups[1].Value).ToHashSet();

        Assert.Empty(used.Except(declared));
        Assert.Empty(declared.Except(used));
    }

    [Theory]
    [InlineData(1, 0, 0, 0, 21)]
    [InlineData(1, 0.5, 0, 0, 6.0)]
    public void The_contrast_of_known_colours_is_computed_correctly(double one, double other, double chroma, double hue, double expected) =>
        Assert.Equal(expected, Contrast(new Oklch(one, chroma, hue), new Oklch(other, chroma, hue)), 0.05);

    private static double Contrast(Oklch one, Oklch other)
    {
        var (a, b) = (one.Luminance, other.Luminance);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static Oklch Read(string text)
    {
        var parts = text.Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToList();
        return new Oklch(parts[0], parts[1], parts[2]);
    }

    [GeneratedRegex(@"--(?<name>[\w-]+): light-dark\(oklch\((?<light>[^)]*)\), oklch\((?<dark>[^)]*)\)\)")]
    private static partial Regex Token();

    /// <summary>Lightness 0 to 1, chroma, hue in degrees. Values that a screen cannot show are clipped, as in browsers.</summary>
    private readonly record struct Oklch(double Lightness, double Chroma, double Hue)
    {
        /// <summary>The relative luminance by WCAG, from linear sRGB.</summary>
        public double Luminance
        {
            get
            {
                var (a, b) = (Chroma * Math.Cos(Hue * Math.PI / 180), Chroma * Math.Sin(Hue * Math.PI / 180));
                var l = Math.Pow(Lightness + (0.3963377774 * a) + (0.2158037573 * b), 3);
                var m = Math.Pow(Lightness - (0.1055613458 * a) - (0.0638541728 * b), 3);
                var s = Math.Pow(Lightness - (0.0894841775 * a) - (1.2914855480 * b), 3);
                var red = Math.Clamp((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s), 0, 1);
                var green = Math.Clamp((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s), 0, 1);
                var blue = Math.Clamp((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s), 0, 1);
                return (0.2126 * red) + (0.7152 * green) + (0.0722 * blue);
            }
        }
    }
}
