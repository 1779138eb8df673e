using HangarBay.Domain.Catalogue;

namespace HangarBay.Domain.Contracts;

/// <summary>How many units of each category a contract offers that offers more than one thing.</summary>
public sealed class LotUnits : IEquatable<LotUnits>
{
    private readonly (CategoryId? Category, long Units)[] _units;

    private LotUnits((CategoryId? Category, long Units)[] units, bool isMixed) => (_units, IsMixed) = (units, isMixed);

    /// <summary>
    /// Whether the things belong to several categories, or are several kinds of ships. One ship with what belongs in it is no mixed lot.
    /// </summary>
    public bool IsMixed { get; }

    /// <summary>Null where one thing alone is offered, or nothing.</summary>
    /// <param name="lines">All lines, in any order.</param>
    public static LotUnits? Of(ReadOnlySpan<LotLine> lines)
    {
        var (units, first, differ) = (new List<(CategoryId? Category, long Units)>(), -1, false);
        for (var at = 0; at < lines.Length; at++)
        {
            ref readonly var line = ref lines[at];
            if (!line.IsIncluded) continue;
            if (first < 0) first = at;
            differ |= !line.IsSameThingAs(lines[first]);
            var category = line.CategoryId;
            var known = units.FindIndex(unit => unit.Category == category);
            if (known < 0) units.Add((category, line.Quantity));
            else units[known] = (category, Sum(units[known].Units, line.Quantity));
        }

        if (!differ) return null;
        units.Sort((one, other) => Number(one.Category).CompareTo(Number(other.Category)));
        return new LotUnits([.. units], !LotLine.AreAFittedShip(lines) && (units.Count > 1 || units[0].Category == CategoryId.Ship));
    }

    /// <summary>Null where the lot has nothing of the category. A null category stands for unknown types.</summary>
    public long? Of(CategoryId? category)
    {
        foreach (var unit in _units)
        {
            if (unit.Category == category) return unit.Units;
        }

        return null;
    }

    public bool Equals(LotUnits? other) => other is not null && IsMixed == other.IsMixed && _units.AsSpan().SequenceEqual(other._units);

    public override bool Equals(object? obj) => Equals(obj as LotUnits);

    public override int GetHashCode() => _units.Aggregate(IsMixed ? 1 : 0, HashCode.Combine);

    private static int Number(CategoryId? category) => category?.Value ?? int.MaxValue;

    // ESI's quantities may be absurdly large, so the sum stops at the largest long.
    private static long Sum(long sum, long more) => sum + Math.Min(more, long.MaxValue - sum);
}
