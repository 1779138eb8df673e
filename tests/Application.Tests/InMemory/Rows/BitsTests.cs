using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.Tests.InMemory.Rows;

/// <summary>Sets of rows as bits.</summary>
public sealed class BitsTests
{
    [Fact]
    public void The_positions_of_set_bits_come_in_order() => Gen.Int[0, 255].ArrayUnique[0, 40].Sample(places =>
    {
        var words = new ulong[4];
        foreach (var place in places) words[place / 64] |= 1UL << (place % 64);

        var found = new List<int>();
        foreach (var place in Bits.Of(words)) found.Add(place);

        Assert.Equal(places.Order(), found);
        Assert.Equal(places.Length, Bits.Count(words));
    });

    [Fact]
    public void Without_words_no_bit_is_set()
    {
        foreach (var place in Bits.Of([])) Assert.Fail($"There is no place {place}.");
        Assert.Equal(0, Bits.Count([]));
    }
}
