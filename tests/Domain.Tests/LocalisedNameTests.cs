namespace HangarBay.Domain.Tests;

public sealed class LocalisedNameTests
{
    private static readonly Gen<Dictionary<Language, string>> Texts =
        Gen.Dictionary(Gen.Enum<Language>(), Gen.String[Gen.Char.AlphaNumeric, 1, 8])[1, 8];

    [Fact]
    public void A_name_is_in_the_requested_language_else_in_English_else_in_the_first_available() =>
        Gen.Select(Texts, Gen.Enum<Language>()).Sample((texts, language) =>
        {
            var expected = texts.GetValueOrDefault(language) ?? texts.GetValueOrDefault(Language.En) ?? texts[texts.Keys.Min()];
            Assert.Equal(expected, LocalisedName.Of(texts).In(language));
        });

    [Fact]
    public void A_language_that_is_missing_falls_back_to_English() =>
        Assert.Equal("Rokh", LocalisedName.Of([new(Language.De, "Felsen"), new(Language.En, "Rokh")]).In(Language.Fr));

    [Fact]
    public void Without_English_the_first_language_is_used() =>
        Assert.Equal("Felsen", LocalisedName.Of([new(Language.Ko, "로크"), new(Language.De, "Felsen")]).In(Language.En));

    [Fact]
    public void A_name_knows_the_language_that_it_is_given_in() =>
        Gen.Select(Texts, Gen.Enum<Language>()).Sample((texts, language) =>
        {
            var name = LocalisedName.Of(texts);
            var told = name.LanguageFor(language);

            Assert.Equal(texts[told], name.In(language));
            Assert.Equal(texts.ContainsKey(language) ? language : texts.ContainsKey(Language.En) ? Language.En : texts.Keys.Min(), told);
        });

    [Fact]
    public void A_blank_text_counts_as_missing() =>
        Assert.Equal("Rokh", LocalisedName.Of([new(Language.De, "  "), new(Language.En, " Rokh ")]).In(Language.De));

    [Fact]
    public void A_name_without_any_text_is_refused() =>
        Assert.Throws<DomainException>(() => LocalisedName.Of([new(Language.En, ""), new(Language.De, " ")]));

    [Fact]
    public void Names_are_compared_by_their_texts() =>
        Gen.Select(Texts, Texts).Sample((one, other) =>
        {
            var same = one.Count == other.Count && one.All(text => other.GetValueOrDefault(text.Key) == text.Value);
            Assert.Equal(same, LocalisedName.Of(one).Equals(LocalisedName.Of(other)));
        });

    [Fact]
    public void The_order_in_which_texts_arrive_does_not_matter() =>
        Texts.Sample(texts =>
        {
            var (there, back) = (LocalisedName.Of(texts), LocalisedName.Of(texts.Reverse()));
            Assert.Equal(there, back);
            Assert.Equal(there.GetHashCode(), back.GetHashCode());
        });

    [Fact]
    public void Newer_texts_replace_older_ones_by_language() =>
        Gen.Select(Texts, Texts, Gen.Enum<Language>()).Sample((older, newer, language) =>
        {
            var texts = LocalisedName.Of(older).With(LocalisedName.Of(newer)).Texts;
            Assert.Equal(newer.GetValueOrDefault(language) ?? older.GetValueOrDefault(language), texts.GetValueOrDefault(language));
        });

    [Fact]
    public void A_name_holds_no_control_characters() =>
        Assert.Equal("Rokh  II", LocalisedName.English("\0Rokh\u0001\nII").In(Language.En));
}
