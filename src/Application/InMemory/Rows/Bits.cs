using System.Numerics;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>Sets of rows as bits.</summary>
internal static class Bits
{
    public static int Count(ReadOnlySpan<ulong> words)
    {
        var count = 0;
        foreach (var word in words) count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>Number of bits that are set in both sets.</summary>
    public static int CountBoth(ReadOnlySpan<ulong> words, ReadOnlySpan<ulong> others)
    {
        var count = 0;
        for (var word = 0; word < words.Length; word++) count += BitOperations.PopCount(words[word] & others[word]);
        return count;
    }

    /// <summary>Removes from a set everything that is not in the other.</summary>
    public static void Keep(Span<ulong> words, ReadOnlySpan<ulong> others)
    {
        for (var word = 0; word < words.Length; word++) words[word] &= others[word];
    }

    /// <summary>Removes from a set everything that is in the other.</summary>
    public static void Remove(Span<ulong> words, ReadOnlySpan<ulong> others)
    {
        for (var word = 0; word < words.Length; word++) words[word] &= ~others[word];
    }

    /// <summary>An empty set with room for the given number of bits.</summary>
    public static ulong[] Room(int places) => new ulong[(places + 63) / 64];

    public static bool Has(ReadOnlySpan<ulong> words, int place) => (words[place >> 6] & (1UL << place)) != 0;

    public static void Set(Span<ulong> words, int place) => words[place >> 6] |= 1UL << place;

    public static void Clear(Span<ulong> words, int place) => words[place >> 6] &= ~(1UL << place);

    /// <summary>The set of places whose value is true.</summary>
    public static ulong[] Where(Grown<bool> places)
    {
        var words = Room(places.Count);
        for (var place = 0; place < places.Count; place++)
        {
            if (places[place]) words[place >> 6] |= 1UL << place;
        }

        return words;
    }

    /// <summary>The places below a number that are not in the set.</summary>
    public static ulong[] Without(ReadOnlySpan<ulong> words, int places)
    {
        var others = Room(places);
        for (var word = 0; word < others.Length; word++) others[word] = ~words[word];
        if (places % 64 > 0) others[^1] &= (1UL << (places % 64)) - 1;
        return others;
    }

    public static int[] ToArray(ReadOnlySpan<ulong> words)
    {
        var places = new int[Count(words)];
        var next = 0;
        foreach (var place in Of(words)) places[next++] = place;
        return places;
    }

    /// <summary>The places of the bits that are set, in ascending order.</summary>
    public static Places Of(ReadOnlySpan<ulong> words) => new(words);

    public ref struct Places(ReadOnlySpan<ulong> words)
    {
        private readonly ReadOnlySpan<ulong> _words = words;
        private int _next;
        private ulong _rest;

        public int Current { get; private set; }

        public readonly Places GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_rest == 0)
            {
                if (_next == _words.Length) return false;
                _rest = _words[_next++];
            }

            Current = ((_next - 1) * 64) + BitOperations.TrailingZeroCount(_rest);
            _rest &= _rest - 1;
            return true;
        }
    }
}
