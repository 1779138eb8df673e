namespace HangarBay.Application.Contracts.FindingNames;

/// <summary>
/// The best of the names that it is given: the lowest rank first, then more live contracts, then by name. Most names are left after one
/// comparison of numbers.
/// </summary>
internal sealed class BestNames(int most)
{
    private readonly List<Ranked> _best = new(most + 1);

    /// <summary>The highest rank that is among the best; null while there is room for more.</summary>
    public int? WorstRank => _best.Count < most ? null : _best[^1].Rank;

    public IReadOnlyList<FoundName> Tell() => [.. _best.Select(name => name.Source.Tell(name.Code))];

    /// <summary>Takes a name. One that was taken before counts by its better rank.</summary>
    public void Offer(NameSource source, int code, int rank)
    {
        var name = new Ranked(source, code, rank, source.LiveOf(code));
        if (_best.Count == most && Compare(name, _best[^1]) >= 0) return;
        if (name.Live == 0 && !source.IsToldWithoutContracts(code)) return;
        var same = _best.FindIndex(other => other.Code == code && ReferenceEquals(other.Source, source));
        if (same >= 0)
        {
            if (_best[same].Rank <= rank) return;
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
        if (one.Live != other.Live) return other.Live.CompareTo(one.Live);
        var byName = string.CompareOrdinal(one.Source.NameOf(one.Code), other.Source.NameOf(other.Code));
        if (byName != 0) return byName;
        return one.Source.Kind != other.Source.Kind
            ? one.Source.Kind.CompareTo(other.Source.Kind)
            : one.Source.IdOf(one.Code).CompareTo(other.Source.IdOf(other.Code));
    }

    private readonly record struct Ranked(NameSource Source, int Code, int Rank, int Live);
}
