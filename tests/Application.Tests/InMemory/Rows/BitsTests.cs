using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.Tests.InMemory.Rows;

/// <summary>Sets of rows as bits.</summary>
public sealed class BitsTests
{
    [Fact]
    public void The_places_of_the_bits_that_are_set_come_in_their_order() => Gen.Int[0, 255].ArrayUnique[0, 40].Sample(places =>
    {
        var words = new ulong[4];
        foreach (var place in places) words[place / 64] |= 1UL << (place % 64);

        var found = new List<int>();
        foreach (var place in Bits.Of(words)) found.Add(place);

        Assert.Equal(places.Order(), found);
        Assert.Equal(places.Length, Bits.Count(words));
    });

    [Fact]
    public void Of_no_words_none_is_set()
    {
        foreach (var place in Bits.Of([])) Assert.Fail($"There is no place {place}.");
        Assert.Equal(0, Bits.Count([]));
    }
}
