namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// How many letters must be added, left out, replaced or exchanged with their neighbour to make one word of another. No part of a word is
/// changed twice.
/// </summary>
internal static class EditDistance
{
    /// <summary>Longer words are never near each other.</summary>
    public const int Longest = 63;

    private const int TooFar = 2 * Longest;

    /// <summary>The distance; null where it is more than <paramref name="most"/>, which ends the comparison early.</summary>
    public static int? Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most || Math.Max(one.Length, other.Length) > Longest) return null;
        Span<int> before = stackalloc int[Longest + 1];
        Span<int> last = stackalloc int[Longest + 1];
        Span<int> row = stackalloc int[Longest + 1];
        for (var at = 0; at <= other.Length; at++) last[at] = at;
        for (int first = 1, leastBefore = 0; first <= one.Length; first++)
        {
            // Farther from the diagonal every way is too long.
            var (start, end) = (Math.Max(1, first - most), Math.Min(other.Length, first + most));
            var least = row[start - 1] = start == 1 ? first : TooFar;
            for (var second = start; second <= end; second++)
            {
                var replaced = last[second - 1] + (one[first - 1] == other[second - 1] ? 0 : 1);
                var distance = Math.Min(replaced, Math.Min(last[second], row[second - 1]) + 1);
                if (first > 1 && second > 1 && one[first - 1] == other[second - 2] && one[first - 2] == other[second - 1])
                    distance = Math.Min(distance, before[second - 2] + 1);
                row[second] = distance;
                least = Math.Min(least, distance);
            }

            if (end < other.Length) row[end + 1] = TooFar;
            // An exchange looks two rows back, so the row before counts too.
            if (least > most && leastBefore > most) return null;
            leastBefore = least;
            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[other.Length] <= most ? last[other.Length] : null;
    }
}
