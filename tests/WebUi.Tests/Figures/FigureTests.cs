using System.Globalization;
using HangarBay.Domain;
using HangarBay.WebUi.Figures;
using HangarBay.WebUi.Texts;

namespace HangarBay.WebUi.Tests.Figures;

public sealed class FigureTests
{
    private static readonly Figure English = In(Language.En);
    private static readonly Figure German = In(Language.De);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1_000, "1 k")]
    [InlineData(1_234, "1,234")]
    [InlineData(285_000_000, "285 m")]
    [InlineData(1_000_000_000, "1 b")]
    [InlineData(1_500_000_000, "1.5 b")]
    [InlineData(1_234_567, "1,234,567")]
    [InlineData(12_340_000, "12.34 m")]
    [InlineData(12_345_000, "12,345,000")]
    [InlineData(1_000_000.5, "1,000,000.5")]
    [InlineData(2_000_000_000_000, "2 t")]
    [InlineData(92_233_000_000_000_000, "92,233 t")]
    public void A_field_shows_an_amount_as_players_type_it_where_that_is_exact(decimal amount, string expected) => Assert.Equal(expected, English.Typed(amount));

    [Fact]
    public void A_field_shows_the_readers_separators()
    {
        Assert.Equal(("1,5 b", "1.234.567"), (German.Typed(1_500_000_000), German.Typed(1_234_567)));
        Assert.Equal("1\u202F234\u202F567", In(Language.Fr).Typed(1_234_567));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.0025, "0.0025")]
    [InlineData(0.00456, "0.0046")]
    [InlineData(0.01, "0.01")]
    [InlineData(0.015, "0.015")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.126, "0.13")]
    [InlineData(2.1699999999999986, "2.17")]
    [InlineData(486_000.5, "486,000.5")]
    [InlineData(1e-20, "1E-20")]
    [InlineData(5e-324, "4.9E-324")]
    [InlineData(1e16, "10,000,000,000,000,000")]
    public void A_small_volume_is_told_with_two_digits_and_never_as_0(double volume, string expected) => Assert.Equal(expected, English.Volume(volume));

    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(0.0012345, "0.0012")]
    [InlineData(0.05, "0.05")]
    [InlineData(0.5, "0.50")]
    [InlineData(54_761_892.54239997, "54,761,892.54")]
    public void A_small_reward_for_a_cubic_metre_is_told_with_two_digits_and_never_as_0(double isk, string expected) =>
        Assert.Equal(expected, English.PerVolume(isk));

    [Fact]
    public void What_is_not_0_is_never_told_as_0() => Gen.OneOf(Gen.Double[0, 1], Gen.Double[0, 1e-3], Gen.Double[-300, 0].Select(exponent => Math.Pow(10, exponent)), Gen.Double[0, 1e18])
        .Where(value => value > 0).Sample(value => Assert.All(
            new[] { English.Volume(value), English.PerVolume(value), In(Language.Ru).Volume(value) },
            told => Assert.Contains(told, sign => sign is >= '1' and <= '9')));

    [Fact]
    public void What_is_unknown_is_a_dash() => Assert.Equal(("—", "—"), (English.Volume(null), English.PerVolume(null)));

    [Theory]
    [InlineData("54761892.54239997", "54761892.54")]
    [InlineData("0.005", "0.005")]
    [InlineData("0.0996", "0.100")]
    [InlineData("-0.0051234", "-0.0051")]
    [InlineData("2.345", "2.35")]
    [InlineData("0", "0")]
    public void A_number_is_rounded_to_two_decimals_and_a_small_one_to_two_digits(string number, string expected) => Assert.Equal(
        decimal.Parse(expected, CultureInfo.InvariantCulture), Rounded.Of(decimal.Parse(number, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.0333333, "0.033")]
    [InlineData(1.5, "1.5")]
    [InlineData(1e-20, "1E-20")]
    public void A_number_for_any_reader_has_a_point(double number, string expected) => Assert.Equal(expected, Rounded.Tell(number));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    public void What_no_decimal_tells_well_is_not_rounded(double number) => Assert.Null(Rounded.Of(number));

    private static Figure In(Language language) => new(Words.In(language), Tongue.Of(language).Culture);
}
