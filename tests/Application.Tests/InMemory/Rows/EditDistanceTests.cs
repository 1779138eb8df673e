using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.Tests.InMemory.Rows;

/// <summary>How many letters two words differ by.</summary>
public sealed class EditDistanceTests
{
    private static readonly Gen<string> Words = Gen.Char["abc"].Array[0, 6].Select(letters => new string(letters));

    [Theory]
    [InlineData("rokh", "rokh", 0)]
    [InlineData("rokh", "rohk", 1)]
    [InlineData("rokh", "rokk", 1)]
    [InlineData("rokh", "rok", 1)]
    [InlineData("rok", "rokh", 1)]
    [InlineData("machariel", "machraiel", 1)]
    [InlineData("kronos", "chronos", 2)]
    [InlineData("", "ab", 2)]
    public void An_exchange_of_neighbours_is_one_change(string one, string other, int distance) =>
        Assert.Equal(distance, EditDistance.Between(one, other, most: 2));

    [Fact]
    public void Words_that_differ_by_more_have_no_distance() => Assert.Null(EditDistance.Between("rokh", "raven", most: 2));

    [Fact]
    public void Words_of_over_sixty_three_letters_have_none() =>
        Assert.Null(EditDistance.Between(new string('a', EditDistance.Longest + 1), new string('a', EditDistance.Longest), most: 2));

    [Fact]
    public void It_is_the_shortest_way_from_word_to_word() => Gen.Select(Words, Words, Gen.Int[0, 4]).Sample(
        (one, other, most) =>
        {
            var distance = Plain(one, other);

            Assert.Equal(distance <= most ? distance : null, EditDistance.Between(one, other, most));
        },
        iter: 3_000);

    /// <summary>The definition, as a recursion.</summary>
    private static int Plain(string one, string other)
    {
        if (one.Length == 0 || other.Length == 0) return one.Length + other.Length;
        var replaced = Plain(one[..^1], other[..^1]) + (one[^1] == other[^1] ? 0 : 1);
        var least = Math.Min(replaced, 1 + Math.Min(Plain(one[..^1], other), Plain(one, other[..^1])));
        return one.Length > 1 && other.Length > 1 && one[^1] == other[^2] && one[^2] == other[^1] ? Math.Min(least, 1 + Plain(one[..^2], other[..^2])) : least;
    }
}
