using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.Tests.InMemory.Rows;

/// <summary>Texts that are searched all at once.</summary>
public sealed class SearchableTextsTests
{
    private const int BlockSize = 16 * 1024;

    /// <summary>Up to three blocks of texts, some of them null.</summary>
    private static readonly Gen<string?[]> Texts = Text(0, 200).Null().Array[0, 450];

    private static readonly Gen<string[]> Terms = Text(1, 5).Where(term => term.Trim().Length > 0).Array[1, 3];

    [Fact]
    public void A_text_is_found_where_it_holds_every_term() => Gen.Select(Texts, Terms).Sample(
        (texts, terms) => Assert.Equal(texts.Select(text => HoldsAll(text, terms)), Of(texts).Publish().Holding(terms)), iter: 60);

    [Fact]
    public void Texts_added_later_are_not_in_a_published_state() => Gen.Select(Texts, Texts, Terms).Sample(
        (before, since, terms) =>
        {
            var texts = Of(before);
            var first = texts.Publish();
            foreach (var text in since) texts.Add(text);

            Assert.Equal(before.Select(text => HoldsAll(text, terms)), first.Holding(terms));
            Assert.Equal(before.Concat(since).Select(text => HoldsAll(text, terms)), texts.Publish().Holding(terms));
        },
        iter: 30);

    [Theory]
    [InlineData("rokh", 0, 1, 4)]
    [InlineData("blue", 1, 3, 4)]
    [InlineData("rokh blue", 1)]
    [InlineData("rokh rokh")]
    [InlineData("mega", 4)]
    [InlineData("rokh|blueprint", 1, 4)]
    [InlineData("blueprint|rokh", 1, 4)]
    [InlineData("rokh|raven")]
    public void Every_term_is_within_one_text(string terms, params int[] found)
    {
        var texts = Of("rokh", "rokh blueprint", "", "blue", "mega blueprint rokh").Publish();

        Assert.Equal(found, Found(texts, terms.Split('|')));
    }

    [Fact]
    public void No_term_reaches_from_one_text_into_the_next() => Assert.Equal([false, false, true], Of("ab", "cd", "abcd").Publish().Holding(["bc"]));

    [Fact]
    public void A_text_that_is_absent_keeps_its_place() => Assert.Equal([false, true, false, true], Of(null, "a", null, "a").Publish().Holding(["a"]));

    [Fact]
    public void Where_there_are_no_texts_none_is_found() => Assert.Empty(new SearchableTexts().Publish().Holding(["a"]));

    [Theory]
    [InlineData(BlockSize - 2)]
    [InlineData(BlockSize - 1)]
    [InlineData(BlockSize)]
    public void The_texts_at_the_border_of_a_block_are_found(int filled)
    {
        // Each text takes one more character than it has.
        var texts = Enumerable.Repeat(new string('b', 63), (filled - 64) / 64).Append(new string('b', (filled - 64) % 64)).Append(new string('b', 61) + "a").ToList();
        var all = Of([.. texts, "a", "ba"]).Publish();

        Assert.Equal([texts.Count - 1, texts.Count, texts.Count + 1], Found(all, "a"));
        Assert.Equal([texts.Count - 1, texts.Count + 1], Found(all, "ba"));
    }

    private static IEnumerable<int> Found(SearchableTexts.PublishedTexts texts, params string[] terms) =>
        texts.Holding(terms).Index().Where(text => text.Item).Select(text => text.Index);

    private static Gen<string> Text(int shortest, int longest) => Gen.Char["abcd "].Array[shortest, longest].Select(letters => new string(letters));

    private static bool HoldsAll(string? text, string[] terms) => text is not null && terms.All(term => text.Contains(term, StringComparison.Ordinal));

    private static SearchableTexts Of(params IEnumerable<string?> all)
    {
        var texts = new SearchableTexts();
        foreach (var text in all) texts.Add(text);
        return texts;
    }
}
