using System.Collections;
using System.Globalization;
using System.Resources;
using HangarBay.Application.Contracts.Names;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Tests.Contracts;

public sealed class HeadlineWordsTests
{
    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_every_phrase_with_the_places_for_names_that_it_has_in_English(Language language)
    {
        var (english, own) = (PhrasesOf(Language.En), PhrasesOf(language));

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(), own.Keys.Order());
        Assert.All(own, phrase => Assert.Equal(Places(english[phrase.Key]), Places(phrase.Value)));
        Assert.All(own.Values, phrase => Assert.Equal(phrase.Trim(), phrase));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_language_has_words_of_its_own(Language language)
    {
        string[] AllOf(Language one)
        {
            var words = HeadlineWords.In(one);
            return [words.UnknownType, words.Wanted("Rokh"), words.CourierTo("Jita"), words.Courier, words.Contract(new ContractId(1))];
        }

        var own = AllOf(language);

        Assert.All(Enum.GetValues<Language>().Where(other => other != language), other => Assert.Empty(own.Intersect(AllOf(other))));
        Assert.Contains("Rokh", own[1], StringComparison.Ordinal);
        Assert.Contains("Jita", own[2], StringComparison.Ordinal);
        Assert.Contains("1", own[4], StringComparison.Ordinal);
    }

    [Fact]
    public void The_language_is_the_readers_and_not_the_servers()
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        try
        {
            Assert.Equal("Courier", HeadlineWords.In(Language.En).Courier);
            Assert.Equal("快递", HeadlineWords.In(Language.Zh).Courier);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void A_number_is_written_without_the_separators_of_any_language() =>
        Assert.Equal("Vertrag 190000001", HeadlineWords.In(Language.De).Contract(new ContractId(190_000_001)));

    private static int Places(string phrase) => phrase.Split("{0}").Length - 1;

    /// <summary>The texts in the language's own resources, without a fallback to another language.</summary>
    private static Dictionary<string, string> PhrasesOf(Language language)
    {
        var culture = language == Language.En ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language.ToString().ToLowerInvariant());
        var phrases = new ResourceManager(typeof(HeadlineWords)).GetResourceSet(culture, createIfNotExists: true, tryParents: false);
        return phrases?.Cast<DictionaryEntry>().ToDictionary(phrase => (string)phrase.Key, phrase => (string)phrase.Value!) ?? [];
    }
}
