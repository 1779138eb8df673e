using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain;

namespace HangarBay.Application.Tests.Contracts;

/// <summary>The terms of a search (B3).</summary>
public sealed class SearchTermsTests
{
    [Theory]
    [InlineData("Rokh", "rokh")]
    [InlineData("  Rokh  fleet ", "rokh|fleet")]
    [InlineData("rokh\u00A0fleet", "rokh|fleet")]
    [InlineData("rokh ROKH Rokh", "rokh")]
    [InlineData("100%_off", "100%_off")]
    [InlineData("ΣΊΣΥΦΟΣ", "σίσυφοσ")]
    [InlineData("rokh\tfleet\r\nfit", "rokh|fleet|fit")]
    [InlineData("Antimatter Charge S*", "antimatter|charge|s")]
    [InlineData("d’assaut", "d'assaut")]
    public void Words_are_lower_cased_and_parted_at_spaces(string text, string terms) =>
        Assert.Equal(terms, string.Join('|', SearchTerms.Of(text)));

    [Theory]
    [InlineData("\"Rokh fleet\"", "rokh fleet")]
    [InlineData("cheap \"rokh fleet\" fit", "cheap|rokh fleet|fit")]
    [InlineData("\" rokh \"", "rokh")]
    [InlineData("\"one\"\"two\"", "one|two")]
    [InlineData("a\"b c\"d", "a|b c|d")]
    [InlineData("“Rokh\u00A0 fleet” fit", "rokh fleet|fit")]
    [InlineData("«rokh fleet*»", "rokh fleet")]
    public void Two_quotes_make_a_phrase(string text, string terms) =>
        Assert.Equal(terms, string.Join('|', SearchTerms.Of(text)));

    [Theory]
    [InlineData("27\" monitor", "27|\"|monitor")]
    [InlineData("\"rokh fleet", "\"rokh|fleet")]
    [InlineData("\"a b\" c\"", "a b|c|\"")]
    public void A_quote_without_a_partner_is_a_plain_character(string text, string terms) =>
        Assert.Equal(terms, string.Join('|', SearchTerms.Of(text)));

    [Theory]
    [InlineData("\"\" \"\"")]
    [InlineData("\"   \"")]
    public void A_search_of_quotes_alone_searches_for_the_quotes(string text) => Assert.Equal([SearchText.Normalise(text)], SearchTerms.Of(text));

    [Theory]
    [InlineData("abc")]
    [InlineData(" abc ")]
    [InlineData("a b")]
    [InlineData("艦")]
    [InlineData(" 艦 ")]
    [InlineData("カ")]
    [InlineData("ひ")]
    [InlineData("함")]
    [InlineData("ㄱ")]
    [InlineData("ｶ")]
    [InlineData("𠀋")]
    [InlineData("\uFFFDab")]
    [InlineData("🚀🚀🚀")]
    public void Three_characters_suffice_and_one_of_a_dense_script(string text) => Assert.Null(SearchTerms.FindFlaw(text));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("ab")]
    [InlineData(" ab ")]
    [InlineData("я")]
    [InlineData("🚀")]
    [InlineData("🚀🚀")]
    public void Fewer_are_an_error(string text) => Assert.Contains("at least 3", SearchTerms.FindFlaw(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("abc\0def")]
    [InlineData("abc\u000Bdef")]
    [InlineData("abc\fdef")]
    [InlineData("abc\u001Bdef")]
    [InlineData("abc\u0085def")]
    [InlineData("abc\u007Fdef")]
    public void Control_characters_are_an_error(string text) => Assert.Contains("control", SearchTerms.FindFlaw(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("abc\tdef")]
    [InlineData("abc\ndef")]
    [InlineData("abc\r\ndef")]
    public void A_tab_or_a_line_break_is_none_of_them(string text) => Assert.Null(SearchTerms.FindFlaw(text));

    [Theory]
    [InlineData("\u200B\u200B\u200B")]
    [InlineData("\u3164")]
    public void Characters_that_nobody_sees_are_not_enough(string text) => Assert.Contains("visible", SearchTerms.FindFlaw(text), StringComparison.Ordinal);

    // Built here, because an attribute cannot contain half of a surrogate pair.
    [Fact]
    public void Half_a_character_is_an_error()
    {
        Assert.Contains("well-formed", SearchTerms.FindFlaw("abc" + '\uD83D'), StringComparison.Ordinal);
        Assert.Contains("well-formed", SearchTerms.FindFlaw('\uDE80' + "abc"), StringComparison.Ordinal);
        Assert.Contains("well-formed", SearchTerms.FindFlaw("\uFFFDabc" + '\uD83D' + "def"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_hundred_characters_are_the_most()
    {
        Assert.Null(SearchTerms.FindFlaw(new string('a', 200)));
        Assert.Contains("at most 200", SearchTerms.FindFlaw(new string('a', 201)), StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_are_counted_as_they_were_typed()
    {
        // Each of these folds to eighteen characters.
        Assert.Null(SearchTerms.FindFlaw(new string('\uFDFA', 200)));
        Assert.Contains("at least 3", SearchTerms.FindFlaw("\uFDFA"), StringComparison.Ordinal);
    }
}
