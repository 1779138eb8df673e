using System.Globalization;
using System.Text;

namespace HangarBay.Domain.Tests;

/// <summary>The one form in which texts are compared (B16).</summary>
public sealed class SearchTextTests
{
    /// <summary>Characters that the form treats in different ways, and plain ones between them.</summary>
    private static readonly Gen<string> Texts = Gen.Char[
        "aZя*'\"`’“´«  \t\n\r\u00A0\u3000\u200B\u200D\u00AD\uFE0FЁёЕе\u0301\u0308ÅＡ１ｶﾞ…№ﬁΩİß\uFDFA艦함\u1100\u1161\u3164\uD83D\uDE80\uFFFE\uFFFF\0"]
        .Array[0, 12].Select(characters => new string(characters));

    [Theory]
    [InlineData("Rokh", "rokh")]
    [InlineData("  Rokh \t fleet\r\n", "rokh fleet")]
    [InlineData("rokh\u00A0\u3000\u2003fleet", "rokh fleet")]
    [InlineData("ROKH  Fitted ÄÖ", "rokh fitted äö")]
    [InlineData("ΣΊΣΥΦΟΣ", "σίσυφοσ")]
    [InlineData("\u0000a\u0007b", "a b")]
    public void Case_and_spaces_make_no_difference(string text, string form) => Assert.Equal(form, SearchText.Normalise(text));

    [Theory]
    [InlineData("cafe\u0301", "café")]
    [InlineData("ＲＯＫＨ１", "rokh1")]
    [InlineData("ｶﾞﾝﾀﾞﾑ", "ガンダム")]
    [InlineData("㎏ № ﬁt …", "kg no fit ...")]
    [InlineData("한글", "한글")]
    [InlineData("E\u200D\u0301", "é")]
    public void Compatible_characters_are_the_same(string text, string form) => Assert.Equal(form, SearchText.Normalise(text));

    [Theory]
    [InlineData("d’assaut", "d'assaut")]
    [InlineData("d‘assaut d‛assaut dʼassaut d´assaut d`assaut d′assaut d＇assaut", "d'assaut d'assaut d'assaut d'assaut d'assaut d'assaut d'assaut")]
    [InlineData("“a” „b‟ «c» ″d″ ＂e＂ 〝f〞 「g」 ｢h｣", "\"a\" \"b\" \"c\" \"d\" \"e\" \"f\" \"g\" \"h\"")]
    public void There_is_one_apostrophe_and_one_quote(string text, string form) => Assert.Equal(form, SearchText.Normalise(text));

    [Theory]
    [InlineData("Antimatter Charge S*", "antimatter charge s")]
    [InlineData("a** b* c", "a b c")]
    [InlineData("\"charge s*\", (m*)", "\"charge s\", (m)")]
    [InlineData("艦* Я*", "艦 я")]
    [InlineData("5*10 *new *", "5*10 *new *")]
    [InlineData("***", "***")]
    [InlineData("a*𠀋", "a*𠀋")]
    public void An_asterisk_at_the_end_of_a_word_is_none_of_it(string text, string form) => Assert.Equal(form, SearchText.Normalise(text));

    [Theory]
    [InlineData("Ёлка", "елка")]
    [InlineData("ещё", "еще")]
    [InlineData("Е\u0308лка", "елка")]
    [InlineData("ё\u0308", "е")]
    public void Two_letters_of_Russian_are_one(string text, string form) => Assert.Equal(form, SearchText.Normalise(text));

    [Theory]
    [InlineData("Ro\u200Bkh\u00AD f\u200Cl\u200Dee\u2060t\uFEFF")]
    [InlineData("\u202ERokh\u200F fleet\uFE0F")]
    [InlineData("Rokh\u3164 fleet\U000E0041")]
    public void Characters_that_nobody_sees_are_left_out(string text) => Assert.Equal("rokh fleet", SearchText.Normalise(text));

    [Fact]
    public void A_text_of_nothing_but_such_characters_is_empty() => Assert.Equal("", SearchText.Normalise("\u200B \u00AD\u3164"));

    [Fact]
    public void A_form_of_over_a_thousand_characters_is_cut()
    {
        Assert.Equal(SearchText.MaxLength, SearchText.Normalise(new string('\uFDFA', 200)).Length);
        Assert.Equal(new string('a', 1000), SearchText.Normalise(new string('A', 3000)));
        Assert.Equal(new string('a', 999), SearchText.Normalise(new string('a', 999) + "🚀"));
        Assert.Equal(new string('a', 999), SearchText.Normalise(new string('a', 999) + " b"));
    }

    // Built here, because an attribute cannot contain half of a surrogate pair.
    [Fact]
    public void What_is_no_character_becomes_the_mark_for_it()
    {
        Assert.Equal("a\uFFFDb", SearchText.Normalise("A" + '\uD83D' + "b"));
        Assert.Equal("é\uFFFDb", SearchText.Normalise("É\uFFFEb"));
    }

    [Fact]
    public void Every_character_has_a_form()
    {
        for (var point = 0; point <= 0x10FFFF; point++)
        {
            if (!Rune.TryCreate(point, out var rune)) continue;
            var form = SearchText.Normalise($"a.{rune}.b");
            Assert.True(form.Length < 30 && form.StartsWith("a.", StringComparison.Ordinal) && form.EndsWith(".b", StringComparison.Ordinal), $"U+{point:X4}: {form}");
        }
    }

    [Fact]
    public void A_form_is_its_own_form() => Texts.Sample(
        text =>
        {
            var form = SearchText.Normalise(text);

            Assert.Equal(form, SearchText.Normalise(form));
            Assert.Equal(form.Trim(), form);
            Assert.DoesNotContain("  ", form, StringComparison.Ordinal);
        },
        iter: 20_000);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("az-Latn-AZ")]
    [InlineData("lt-LT")]
    [InlineData("de-DE")]
    public void The_culture_of_the_machine_plays_no_part(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            string[] texts = ["TITAN II", "Iteron Mark V", "ISTANBUL İstanbul ıIiİ", "Ì Í Ĩ", "STRASSE ß"];
            var forms = texts.Select(SearchText.Normalise).ToList();

            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(forms, texts.Select(SearchText.Normalise));
            Assert.Equal("titan ii", SearchText.Normalise("TITAN II"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
