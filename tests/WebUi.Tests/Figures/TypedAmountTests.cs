using System.Globalization;
using HangarBay.Domain;
using HangarBay.WebUi.Addresses;
using HangarBay.WebUi.Figures;
using HangarBay.WebUi.Texts;

namespace HangarBay.WebUi.Tests.Figures;

public sealed class TypedAmountTests
{
    private static readonly Gen<Tongue> Tongues = Gen.Int[0, Tongue.All.Count - 1].Select(index => Tongue.All[index]);
    private static readonly Gen<Isk> Amounts =
        Gen.OneOf(Gen.Long[0, 100_000], Gen.Long[0, 100_000_000], Gen.Long[0, 500_000_000_000], Gen.Long[0, long.MaxValue]).Select(Isk.FromHundredths);

    [Theory]
    [InlineData("1.5b", 1_500_000_000)]
    [InlineData("1,5b", 1_500_000_000)]
    [InlineData("250m", 250_000_000)]
    [InlineData("900K", 900_000)]
    [InlineData("2T", 2_000_000_000_000)]
    [InlineData(".5b", 500_000_000)]
    [InlineData("1.5 B ISK", 1_500_000_000)]
    [InlineData("300 isk", 300)]
    [InlineData("1.500.000", 1_500_000)]
    [InlineData("1,500,000", 1_500_000)]
    [InlineData("1 500 000", 1_500_000)]
    [InlineData("1\u202F500\u00A0000", 1_500_000)]
    [InlineData("1\u2009500\u2009000,50", 1_500_000.50)]
    [InlineData("1’500’000", 1_500_000)]
    [InlineData("1.234.567,89", 1_234_567.89)]
    [InlineData("1,234,567.89", 1_234_567.89)]
    [InlineData("１５０ｍ", 150_000_000)]
    [InlineData("１．５ｂ", 1_500_000_000)]
    [InlineData("٢٥٠m", 250_000_000)]
    [InlineData("1,5 млрд", 1_500_000_000)]
    [InlineData("250к", 250_000)]
    [InlineData("3 мЛн", 3_000_000)]
    [InlineData("15亿", 1_500_000_000)]
    [InlineData("300万", 3_000_000)]
    [InlineData("3千万", 30_000_000)]
    [InlineData("2.5億", 250_000_000)]
    [InlineData("5억", 500_000_000)]
    [InlineData("  42  ", 42)]
    [InlineData("0.5", 0.5)]
    [InlineData("0.125b", 125_000_000)]
    [InlineData("2.25bil", 2_250_000_000)]
    [InlineData("3bn", 3_000_000_000)]
    [InlineData("700 Mio.", 700_000_000)]
    [InlineData("2,5 Mrd. ISK", 2_500_000_000)]
    [InlineData("30 million", 30_000_000)]
    [InlineData("4 Millionen", 4_000_000)]
    [InlineData("2 millones", 2_000_000)]
    [InlineData("250 тыс.", 250_000)]
    [InlineData("2ккк", 2_000_000_000)]
    [InlineData("ISK 2.5B", 2_500_000_000)]
    [InlineData("isk900k", 900_000)]
    [InlineData("150 星币", 150)]
    [InlineData("5.000", 5000)]
    [InlineData("5,000", 5000)]
    [InlineData("ISK 125.000", 125_000)]
    [InlineData("12.50", 12.5)]
    [InlineData("0.125", 0.13)]
    [InlineData("1.5000", 1.5)]
    public void An_amount_in_this_form_is_read_in_every_language(string text, decimal amount) => Assert.All(Tongue.All, tongue =>
    {
        Assert.True(TypedAmount.TryRead(text, tongue.Culture, out var read), tongue.Tag);
        Assert.Equal(amount, read);
    });

    [Theory]
    [InlineData("en", "1,500m", 1_500_000_000)]
    [InlineData("en", "1.500m", 1_500_000)]
    [InlineData("de", "1.500m", 1_500_000_000)]
    [InlineData("de", "1,500 Mio.", 1_500_000)]
    [InlineData("es", "1.500b", 1_500_000_000_000)]
    [InlineData("fr", "1.500m", 1_500_000)]
    [InlineData("ru", "1,500m", 1_500_000)]
    [InlineData("ja", "1,500m", 1_500_000_000)]
    public void Before_a_unit_three_digits_behind_the_only_separator_are_a_group_where_the_language_groups_by_it(string language, string text, decimal amount)
    {
        Assert.True(TypedAmount.TryRead(text, CultureInfo.GetCultureInfo(language), out var read));
        Assert.Equal(amount, read);
    }

    [Theory]
    [InlineData("2.5 billion", 2_500_000_000)]
    [InlineData("2 Billions", 2_000_000_000)]
    [InlineData("3bill", 3_000_000_000)]
    [InlineData("1.5 milliard", 1_500_000_000)]
    [InlineData("2 trillion", 2_000_000_000_000)]
    [InlineData("2tril", 2_000_000_000_000)]
    public void A_billion_is_read_in_English_alone(string text, decimal amount) => Assert.All(Tongue.All, tongue =>
        Assert.Equal(tongue.Language == Language.En ? amount : null, Reads(text, tongue)));

    [Theory]
    [InlineData("600mil", 600_000, 600_000_000)]
    [InlineData("2,5 MIL", 2_500, 2_500_000)]
    [InlineData("ISK 1.500 mil.", 1_500_000, 1_500_000_000)]
    public void Mil_is_a_million_except_in_Spanish_where_it_may_be_a_thousand(string text, decimal thousand, decimal million)
    {
        // The separators of the last text are German and Spanish.
        Assert.Equal(million, Reads(text, Tongue.Of(Language.De)));
        Assert.All(Tongue.All.Where(tongue => tongue.Language != Language.Es), tongue => Assert.NotNull(Reads(text, tongue)));
        Assert.All(Tongue.All.Where(tongue => tongue.Language != Language.Es), tongue => Assert.Empty(TypedAmount.ReadingsOf(text, tongue.Culture)));
        Assert.Null(Reads(text, Tongue.Of(Language.Es)));
        Assert.Equal([thousand, million], TypedAmount.ReadingsOf(text, Tongue.Of(Language.Es).Culture));
    }

    [Theory]
    [InlineData("mil")]
    [InlineData("x mil")]
    [InlineData("5 mil mil")]
    [InlineData("99999999999999 mil")]
    [InlineData("5 k")]
    [InlineData("5")]
    public void What_means_one_thing_or_nothing_has_no_two_readings(string text) =>
        Assert.Empty(TypedAmount.ReadingsOf(text, Tongue.Of(Language.Es).Culture));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("isk")]
    [InlineData("b")]
    [InlineData("-5")]
    [InlineData("1e9")]
    [InlineData("5x")]
    [InlineData("5 b b")]
    [InlineData("1.")]
    [InlineData("1234.567")]
    [InlineData("1234,567")]
    [InlineData("5 k.k")]
    [InlineData("5 m..")]
    [InlineData("isk isk")]
    [InlineData("5 biljon")]
    [InlineData("1 50")]
    [InlineData("12,34,567")]
    [InlineData("1,234,56")]
    [InlineData("1.2.3")]
    [InlineData("1 234.567,8.9")]
    [InlineData("5²")]
    [InlineData("5\0")]
    [InlineData("92233720368547758.08")]
    [InlineData("99999999t")]
    [InlineData("99999999999999999999999999999999")]
    public void A_text_that_is_no_amount_or_too_large_is_refused(string text) =>
        Assert.All(Tongue.All, tongue => Assert.False(TypedAmount.TryRead(text, tongue.Culture, out _), tongue.Tag));

    [Fact]
    public void A_written_figure_is_read_back_in_every_language() => Gen.Select(Tongues, Amounts).Sample((tongue, isk) =>
    {
        var figure = new Figure(Words.In(tongue.Language), tongue.Culture);
        return Reads(figure.Isk(isk), tongue) == isk.Amount
            && Reads(figure.Amount(isk.Amount), tongue) == isk.Amount
            && Reads(figure.Typed(isk.Amount), tongue) == isk.Amount
            && Reads(figure.Whole((long)isk.Amount), tongue) == decimal.Truncate(isk.Amount)
            && Reads($"{figure.Isk(isk)} ISK", tongue) == isk.Amount;
    });

    [Fact]
    public void A_field_shows_round_amounts_as_players_type_them() => Gen.Select(Tongues, Gen.Int[1, 99_999], Gen.OneOf(10m, 10_000m, 10_000_000m, 10_000_000_000m)).Sample((tongue, number, unit) =>
    {
        var amount = number * unit;
        var typed = new Figure(Words.In(tongue.Language), tongue.Culture).Typed(amount);
        return Reads(typed, tongue) == amount;
    });

    [Fact]
    public void A_brief_amount_is_read_back_to_its_precision() => Gen.Select(Tongues, Amounts.Where(isk => isk.Amount is >= 1000 and < 90_000_000_000_000_000m)).Sample((tongue, isk) =>
        decimal.Abs((Reads(new Figure(Words.In(tongue.Language), tongue.Culture).Brief(isk), tongue) ?? -1) - isk.Amount) <= isk.Amount * 0.006m);

    [Fact]
    public void An_amount_in_an_address_is_read_the_same_in_every_language() => Gen.Select(Tongues, Amounts).Sample((tongue, isk) =>
        Reads(Address.Of(isk.Amount), tongue) == isk.Amount);

    private static decimal? Reads(string text, Tongue tongue) => TypedAmount.TryRead(text, tongue.Culture, out var amount) ? amount : null;
}
