using System.Globalization;
using HangarBay.Domain;
using HangarBay.WebUi.Texts;

namespace HangarBay.WebUi.Tests.Texts;

public sealed class PluralRuleTests
{
    [Theory]
    [InlineData(Language.En, "0 Other, 1 One, 2 Other, 11 Other, 21 Other, 1000000 Other")]
    [InlineData(Language.De, "0 Other, 1 One, 2 Other, 101 Other")]
    [InlineData(Language.Fr, "0 One, 1 One, 2 Other, 100 Other, 1000000 Many, 2000000 Many, 1000001 Other")]
    [InlineData(Language.Es, "0 Other, 1 One, 2 Other, 1000000 Many")]
    [InlineData(Language.Ru, "0 Many, 1 One, 2 Few, 4 Few, 5 Many, 11 Many, 12 Many, 14 Many, 21 One, 22 Few, 25 Many, 101 One, 111 Many, 112 Many, 1001 One")]
    [InlineData(Language.Ja, "0 Other, 1 Other, 2 Other")]
    [InlineData(Language.Zh, "0 Other, 1 Other, 2 Other")]
    [InlineData(Language.Ko, "0 Other, 1 Other, 2 Other")]
    public void A_number_takes_the_form_that_its_language_gives_it(Language language, string expected) => Assert.Equal(
        expected,
        string.Join(", ", expected.Split(", ").Select(pair => int.Parse(pair.Split(' ')[0], CultureInfo.InvariantCulture)).Select(number => $"{number} {PluralRule.Of(language, number)}")));

    [Fact]
    public void No_number_takes_a_form_that_its_language_does_not_have() => Assert.All(
        Enum.GetValues<Language>(),
        language => Assert.Equal(
            PluralRule.FormsOf(language),
            [.. Enumerable.Range(0, 200).Append(1_000_000).Select(number => PluralRule.Of(language, number)).Distinct().Order()]));
}
