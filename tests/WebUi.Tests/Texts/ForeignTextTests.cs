using HangarBay.Domain;
using HangarBay.WebUi.Tests.Given;
using HangarBay.WebUi.Texts;

namespace HangarBay.WebUi.Tests.Texts;

/// <summary>The part of a headline whose language is not the language of the page.</summary>
public sealed class ForeignTextTests
{
    [Theory]
    [InlineData("Rokh", "Rokh", "", "")]
    [InlineData("Gesucht: Rokh", "Rokh", "Gesucht: ", "")]
    [InlineData("Rokh を買取", "Rokh", "", " を買取")]
    [InlineData("Gesucht: G", "G", "Gesucht: ", "")]
    public void Only_the_name_in_another_language_is_foreign_and_the_words_around_it_are_not(string headline, string name, string before, string after) =>
        Assert.Equal(
            new ForeignPart(before, name, "en", after),
            ForeignText.In(Rows.Any with { PrimaryLabel = headline, PrimaryTypeName = name, PrimaryLabelLanguage = Language.En }));

    [Fact]
    public void An_issuers_title_is_marked_as_of_unknown_language() =>
        Assert.Equal(new ForeignPart("", "cheap", "", ""), ForeignText.In(Rows.Any with { PrimaryLabel = "cheap", Title = "cheap" }));

    [Fact]
    public void A_headline_in_the_readers_language_has_nothing_foreign() =>
        Assert.Null(ForeignText.In(Rows.Any with { PrimaryTypeName = "Rokh", Title = "cheap" }));
}
