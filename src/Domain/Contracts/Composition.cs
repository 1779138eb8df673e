using HangarBay.Domain.Catalogue;

namespace HangarBay.Domain.Contracts;

/// <summary>What a lot of two or more offered lines consists of: line counts by category.</summary>
public sealed class Composition : IEquatable<Composition>
{
    private readonly CategoryCount[] _categories;

    private Composition(CategoryCount[] categories) => _categories = categories;

    /// <summary>Their order has no meaning; <see cref="Ordered"/> sorts them for display.</summary>
    public IReadOnlyList<CategoryCount> Categories => _categories;

    public int TotalLines => _categories.Sum(category => category.Lines);

    /// <summary>Null for fewer than two offered lines.</summary>
    public static Composition? Of(IEnumerable<ContractLine> lines, Func<TypeId, CategoryId?> categoryOf)
    {
        var counts = lines
            .Where(line => line.IsIncluded)
            .GroupBy(line => categoryOf(line.TypeId))
            .Select(group => new CategoryCount(group.Key, group.Count()));
        return Restore(counts) is { TotalLines: >= 2 } composition ? composition : null;
    }

    /// <summary>Makes a composition from stored counts.</summary>
    public static Composition Restore(IEnumerable<CategoryCount> counts) =>
        new([.. counts.OrderBy(count => count.CategoryId ?? new CategoryId(int.MaxValue))]);

    /// <summary>Largest first, named before unnamed, then by name in the reader's language, then by id.</summary>
    public IReadOnlyList<CategoryCount> Ordered(Func<CategoryId, string?> nameOf)
    {
        if (_categories.Length == 1) return _categories;
        string? Name(CategoryCount count) => count.CategoryId is { } id ? nameOf(id) : null;
        return
        [
            .. _categories
                .OrderByDescending(count => count.Lines)
                .ThenBy(count => Name(count) is null)
                .ThenBy(Name, StringComparer.Ordinal)
                .ThenBy(count => count.CategoryId?.Value),
        ];
    }

    public bool Equals(Composition? other) => other is not null && _categories.AsSpan().SequenceEqual(other._categories);

    public override bool Equals(object? obj) => Equals(obj as Composition);

    public override int GetHashCode() => _categories.Aggregate(0, HashCode.Combine);
}
