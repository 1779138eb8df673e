using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.Tests.InMemory.Rows;

/// <summary>The words of names, to find the names that hold a text.</summary>
public sealed class NameWordsTests
{
    [Theory]
    [InlineData("rokh", "0 1 4")]
    [InlineData("okh", "0 1 4")]
    [InlineData("navy", "3 5")]
    [InlineData("r", "0 1 3 4 5")]
    [InlineData("b-r", "5")]
    [InlineData("hr", null)]
    [InlineData("raven", null)]
    public void A_term_is_held_by_the_names_of_its_words(string term, string? held) =>
        Assert.Equal(held, Of("rokh", "rokh blueprint", null, "'arbalest' (navy)", "blue rokh", "x-navy b-rx").Holding(term) is { } set ? Codes(set) : null);

    [Theory]
    [InlineData("rokh", "0 1 4", "0 1")]
    [InlineData("r", "0 1 4 5", "0 1")]
    [InlineData("navy", "3 5", "")]
    [InlineData("'a", "3", "3")]
    [InlineData("a", "3", "")]
    [InlineData("b-r", "5", "")]
    [InlineData("okh", null, null)]
    [InlineData("zz", null, null)]
    public void A_term_begins_words_and_names(string term, string? words, string? names)
    {
        var found = new WordBeginnings(Of("rokh", "rokh blueprint", null, "'arbalest' (navy)", "blue rokh", "x-navy b-rx")).Of(term);

        Assert.Equal((words, names), found is var (ofWords, ofNames) ? (Codes(ofWords), Codes(ofNames)) : ((string?)null, null));
    }

    private static string Codes(ulong[] set) => string.Join(' ', Bits.ToArray(set));

    private static NameWords Of(params IEnumerable<string?> names)
    {
        var texts = new SearchableTexts();
        foreach (var name in names) texts.Add(name);
        return new NameWords(texts.Publish());
    }
}
