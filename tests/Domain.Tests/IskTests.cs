namespace HangarBay.Domain.Tests;

public sealed class IskTests
{
    private const decimal Largest = 92_233_720_368_547_758.07m;

    [Fact]
    public void Hundredths_survive_the_round_trip_through_an_amount() =>
        Gen.Long[0, long.MaxValue].Sample(hundredths => Isk.Of(Isk.FromHundredths(hundredths).Amount).Hundredths == hundredths);

    [Fact]
    public void An_amount_of_two_decimals_is_kept_exactly() =>
        Gen.Long[0, long.MaxValue].Sample(hundredths => Isk.Of(hundredths / 100m).Amount == hundredths / 100m);

    [Fact]
    public void An_amount_is_rounded_half_away_from_zero() =>
        Given.Any.Amount.Sample(amount => Isk.Of(amount).Hundredths == (long)decimal.Floor((amount * 100m) + 0.5m));

    [Theory]
    [InlineData("0.004", 0)]
    [InlineData("0.005", 1)]
    [InlineData("0.015", 2)]
    [InlineData("0.025", 3)]
    [InlineData("1.0049999", 100)]
    public void A_half_hundredth_counts_up(string amount, long hundredths) =>
        Assert.Equal(hundredths, Isk.Of(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)).Hundredths);

    [Fact]
    public void The_order_is_that_of_the_amounts() =>
        Gen.Select(Gen.Long[0, long.MaxValue], Gen.Long[0, long.MaxValue]).Sample((a, b) =>
        {
            var (left, right) = (Isk.FromHundredths(a), Isk.FromHundredths(b));
            var expected = left.Amount.CompareTo(right.Amount);
            Assert.Equal(expected, Math.Sign(left.CompareTo(right)));
            Assert.Equal(expected < 0, left < right);
            Assert.Equal(expected > 0, left > right);
            Assert.Equal(expected <= 0, left <= right);
            Assert.Equal(expected >= 0, left >= right);
        });

    [Fact]
    public void An_amount_is_neither_above_nor_below_itself()
    {
        var (one, other) = (Isk.Of(7), Isk.Of(7.00m));

        Assert.True(one <= other && one >= other && !(one < other) && !(one > other) && one == other);
    }

    [Fact]
    public void The_largest_amount_is_accepted() => Assert.Equal(long.MaxValue, Isk.Of(Largest).Hundredths);

    [Fact]
    public void An_amount_beyond_the_largest_is_refused()
    {
        Assert.False(Isk.TryOf(Largest + 0.001m, out _));
        Assert.Throws<DomainException>(() => Isk.Of(Largest + 0.001m));
        Assert.Throws<DomainException>(() => Isk.Of(decimal.MaxValue));
    }

    [Fact]
    public void A_negative_amount_is_refused()
    {
        Assert.False(Isk.TryOf(-0.001m, out _));
        Assert.Throws<DomainException>(() => Isk.Of(-0.001m));
        Assert.Throws<DomainException>(() => Isk.FromHundredths(-1));
    }

    [Fact]
    public void The_default_is_zero() => Assert.Equal(Isk.Of(0), default);

    [Fact]
    public void An_amount_is_written_with_two_decimals_in_every_culture() => Assert.Equal("285000000.50 ISK", Isk.Of(285_000_000.5m).ToString());
}
