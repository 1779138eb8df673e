using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.Contracts.FindingNames;

/// <summary>
/// The best of the names that it is given: the lowest rank first, then more live contracts, then by name. Most names are left
/// after one comparison of numbers.
/// </summary>
internal sealed class BestNames(int most)
{
    private readonly List<Ranked> _best = new(most + 1);

    /// <summary>The highest rank that is among the best; null while there is room for more.</summary>
    public int? WorstRank => _best.Count < most ? null : _best[^1].Rank;

    public IReadOnlyList<FoundName> Tell() => [.. _best.Select(name => name.Source.Tell(name.Code))];

    /// <summary>Takes the best names that a search finds. A name that several searches find counts by its best rank.</summary>
    /// <param name="source">What the names are names of.</param>
    /// <param name="search">The search.</param>
    /// <param name="distance">How far the text of the search is from the one that was asked for. Any distance is worse than any rank.</param>
    public void Take(NameSource source, NameSearch search, int distance)
    {
        var taken = 0;
        foreach (var (rank, names) in search.ByRank())
        {
            taken += Take(source, names, (distance * NameRank.Count) + rank);
            // All others have a worse rank than these.
            if (taken >= most) break;
        }
    }

    /// <summary>Takes the best names of a set.</summary>
    /// <returns>How many there are.</returns>
    private int Take(NameSource source, ulong[] set, int rank)
    {
        // Names of one rank are compared by one number: more live contracts make it lower, then the name does.
        Span<(long Number, int Code)> best = stackalloc (long, int)[most];
        var (count, worst, live, places) = (0, long.MaxValue, source.Live, source.Places);
        foreach (var code in Bits.Of(set))
        {
            var number = ((long)(int.MaxValue - live[code]) << 32) | (uint)places[code];
            if (number >= worst || (live[code] == 0 && !source.IsToldWithoutContracts(code))) continue;
            var place = count < most ? count++ : most - 1;
            for (; place > 0 && best[place - 1].Number > number; place--) best[place] = best[place - 1];
            best[place] = (number, code);
            if (count == most) worst = best[most - 1].Number;
        }

        foreach (var (_, code) in best[..count]) Offer(new Ranked(source, code, rank));
        return count;
    }

    private void Offer(Ranked name)
    {
        if (_best.Count == most && Compare(name, _best[^1]) >= 0) return;
        var same = _best.FindIndex(other => other.Code == name.Code && ReferenceEquals(other.Source, name.Source));
        if (same >= 0)
        {
            if (_best[same].Rank <= name.Rank) return;
            _best.RemoveAt(same);
        }

        var place = _best.Count;
        while (place > 0 && Compare(name, _best[place - 1]) < 0) place--;
        _best.Insert(place, name);
        if (_best.Count > most) _best.RemoveAt(most);
    }

    private static int Compare(Ranked one, Ranked other)
    {
        if (one.Rank != other.Rank) return one.Rank.CompareTo(other.Rank);
        var byLive = other.Source.Live[other.Code].CompareTo(one.Source.Live[one.Code]);
        if (byLive != 0) return byLive;
        var byName = string.CompareOrdinal(one.Source.NameOf(one.Code), other.Source.NameOf(other.Code));
        if (byName != 0) return byName;
        return one.Source.Kind != other.Source.Kind
            ? one.Source.Kind.CompareTo(other.Source.Kind)
            : one.Source.IdOf(one.Code).CompareTo(other.Source.IdOf(other.Code));
    }

    private readonly record struct Ranked(NameSource Source, int Code, int Rank);
}
