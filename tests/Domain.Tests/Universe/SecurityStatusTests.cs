using System.Globalization;
using HangarBay.Domain.Universe;

namespace HangarBay.Domain.Tests.Universe;

public sealed class SecurityStatusTests
{
    private static readonly Gen<double> Value = Gen.OneOf(Gen.Double[-1, 1], Gen.Double[-0.1, 0.1], Gen.Int[-1000, 1000].Select(n => n / 1000.0));

    [Theory]
    [InlineData(1, "1.0")]
    [InlineData(0.9459131360054016, "0.9")]
    [InlineData(0.45, "0.5")]
    [InlineData(0.4499999, "0.4")]
    [InlineData(0.15, "0.2")]
    [InlineData(0.05, "0.1")]
    [InlineData(0.0499, "0.1")]
    [InlineData(0.0000001, "0.1")]
    [InlineData(double.Epsilon, "0.1")]
    [InlineData(0, "0.0")]
    [InlineData(-0.0, "0.0")]
    [InlineData(-0.0000001, "0.0")]
    [InlineData(-0.0499, "0.0")]
    [InlineData(-0.05, "-0.1")]
    [InlineData(-0.15, "-0.2")]
    [InlineData(-1, "-1.0")]
    public void Security_is_shown_as_in_the_game(double value, string shown) =>
        Assert.Equal(shown, SecurityStatus.Of(value).ToString());

    [Fact]
    public void Security_has_one_decimal() =>
        Value.Sample(value => SecurityStatus.Of(value).Displayed * 10 % 1 == 0);

    [Fact]
    public void Zero_is_never_shown_with_a_sign() =>
        Gen.Double[-0.06, 0.06].Sample(value => SecurityStatus.Of(value).ToString() != "-0.0"
            && SecurityStatus.Of(value).Displayed.ToString("0.0", CultureInfo.InvariantCulture) != "-0.0"
            && !decimal.IsNegative(SecurityStatus.Of(Math.Min(0, value) / 2).Displayed));

    [Fact]
    public void Anything_above_zero_is_shown_as_a_tenth_at_least() =>
        Gen.Double[0, 0.05].Where(value => value > 0).Sample(value => SecurityStatus.Of(value).Displayed == 0.1m);

    [Fact]
    public void The_shown_security_differs_by_at_most_0_05_except_just_above_zero() =>
        Value.Where(value => value is not (> 0 and < 0.05))
            .Sample(value => Math.Abs(SecurityStatus.Of(value).Displayed - (decimal)value) <= 0.05m);

    [Fact]
    public void A_higher_security_is_never_shown_lower() =>
        Gen.Select(Value, Value).Sample((a, b) =>
            SecurityStatus.Of(Math.Min(a, b)).Displayed <= SecurityStatus.Of(Math.Max(a, b)).Displayed);

    [Theory]
    [InlineData(1, SecurityBand.High)]
    [InlineData(0.45, SecurityBand.High)]
    [InlineData(0.4499999, SecurityBand.Low)]
    [InlineData(double.Epsilon, SecurityBand.Low)]
    [InlineData(0, SecurityBand.Null)]
    [InlineData(-0.0, SecurityBand.Null)]
    [InlineData(-0.0000001, SecurityBand.Null)]
    [InlineData(-1, SecurityBand.Null)]
    public void The_bands_change_at_0_45_and_at_zero(double value, SecurityBand band) =>
        Assert.Equal(band, SecurityStatus.Of(value).Band);

    [Fact]
    public void The_band_agrees_with_the_number_shown() =>
        Value.Sample(value =>
        {
            var security = SecurityStatus.Of(value);
            Assert.Equal(security.Displayed >= 0.5m ? SecurityBand.High : security.Displayed > 0 ? SecurityBand.Low : SecurityBand.Null, security.Band);
        });

    [Theory]
    [InlineData(1.0000001)]
    [InlineData(-1.0000001)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void An_invalid_security_is_refused(double value) => Assert.Throws<DomainException>(() => SecurityStatus.Of(value));
}
