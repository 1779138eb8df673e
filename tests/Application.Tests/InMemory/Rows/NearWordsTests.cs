using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.Tests.InMemory.Rows;

/// <summary>The words of names by their spelling, to find those near another.</summary>
public sealed class NearWordsTests
{
    [Theory]
    [InlineData("rokh", "rokh")]
    [InlineData("rokh blueprint", "rokh|blueprint")]
    [InlineData("'arbalest' (navy) 5-x", "arbalest|navy|5-x")]
    [InlineData("- * -", "")]
    [InlineData("", "")]
    public void Words_stand_between_spaces_without_the_marks_at_their_ends(string text, string words) =>
        Assert.Equal(words, string.Join('|', NearWords.WordsOf(text)));

    [Theory]
    [InlineData("rohk", "rokh 1")]
    [InlineData("rokh", "rokh 0")]
    [InlineData("blue", "blue 0")]
    [InlineData("blup", "blue 1")]
    [InlineData("machraiel", "machariel 1")]
    [InlineData("raven", "")]
    public void Near_words_are_told_with_their_distance_and_a_part_of_a_word_as_it_is(string word, string near)
    {
        var found = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Of("rokh blueprint", null, "", "'machariel' blueprint", "blue rokh").Visit(word, 1, (other, distance) => found[other] = distance);

        Assert.Equal(near, string.Join('|', found.Select(one => $"{one.Key} {one.Value}")));
    }

    [Fact]
    public void A_word_is_near_if_its_distance_says_so() => Gen.Select(Word, Word.Array[0, 20], Gen.Int[1, 2]).Sample(
        (word, names, most) =>
        {
            var found = new Dictionary<string, int>();
            Of(names).Visit(word, most, (other, distance) => found[other] = distance);

            var held = names.Any(name => name.Contains(word, StringComparison.Ordinal)) ? new[] { word } : [];
            var near = names.Where(name => !name.Contains(word, StringComparison.Ordinal) && EditDistance.Between(word, name, most) is not null);
            Assert.Equal(held.Concat(near).Distinct().Order(), found.Keys.Order());
        },
        iter: 300);

    private static Gen<string> Word => Gen.Char["abcdeф艦"].Array[1, 7].Select(letters => new string(letters));

    private static NearWords Of(params IEnumerable<string?> names)
    {
        var texts = new SearchableTexts();
        foreach (var name in names) texts.Add(name);
        return new NearWords(new NameWords(texts.Publish()));
    }
}
