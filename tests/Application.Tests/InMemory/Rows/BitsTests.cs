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
    public void The_places_outside_a_set_are_all_others_below_the_number_of_places() => Gen.Int[0, 200].SelectMany(places => Gen.Bool.Array[places]).Sample(set =>
    {
        var words = Bits.Room(set.Length);
        for (var place = 0; place < set.Length; place++)
        {
            if (set[place]) words[place / 64] |= 1UL << (place % 64);
        }

        Assert.Equal(set.Index().Where(place => !place.Item).Select(place => place.Index), Bits.ToArray(Bits.Without(words, set.Length)));
    });

    [Fact]
    public void Without_words_no_bit_is_set()
    {
        foreach (var place in Bits.Of([])) Assert.Fail($"There is no place {place}.");
        Assert.Equal(0, Bits.Count([]));
    }
}
