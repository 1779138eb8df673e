using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;

namespace HangarBay.Domain.Tests.Contracts;

public sealed class CompositionTests
{
    private static readonly Gen<CategoryCount[]> Counts =
        Gen.Select(Gen.Int[1, 12].ArrayUnique[0, 8], Gen.Int[1, 4].Array[9], Gen.Bool, (ids, lines, withUnknown) =>
            (CategoryCount[])
            [
                .. ids.Select((id, index) => new CategoryCount(new CategoryId(id), lines[index])),
                .. withUnknown ? [new CategoryCount(null, lines[8])] : Array.Empty<CategoryCount>(),
            ]);

    [Fact]
    public void The_largest_comes_first_then_the_named_then_by_name() =>
        Counts.Sample(counts =>
        {
            var shown = Composition.Restore(counts).Ordered(NameOf);
            foreach (var (before, after) in shown.Zip(shown.Skip(1)))
            {
                if (before.Lines != after.Lines)
                {
                    Assert.True(before.Lines > after.Lines);
                    continue;
                }

                var (first, second) = (Name(before), Name(after));
                Assert.True(second is null || (first is not null && string.CompareOrdinal(first, second) <= 0));
            }
        });

    [Fact]
    public void Sorting_loses_no_category() =>
        Counts.Sample(counts => Composition.Restore(counts).Ordered(NameOf).ToHashSet().SetEquals(counts));

    [Fact]
    public void The_order_of_what_was_stored_does_not_matter() =>
        Counts.SelectMany(counts => Gen.Shuffle(counts).Select(shuffled => (counts, shuffled))).Sample(pair =>
        {
            var (one, other) = (Composition.Restore(pair.counts), Composition.Restore(pair.shuffled));
            Assert.Equal(one, other);
            Assert.Equal(one.GetHashCode(), other.GetHashCode());
            Assert.Equal(one.Ordered(NameOf), other.Ordered(NameOf));
        });

    [Fact]
    public void The_order_of_the_lines_does_not_matter() =>
        Any.Lines.SelectMany(lines => Gen.Shuffle(lines).Select(shuffled => (lines, shuffled)))
            .Sample(pair => Equals(Of(pair.lines), Of(pair.shuffled)));

    [Fact]
    public void Only_offered_lines_are_counted_by_category() =>
        Any.Lines.Sample(lines =>
        {
            var offered = 0;
            var naive = new Dictionary<int, int>();
            foreach (var line in lines)
            {
                if (!line.IsIncluded) continue;
                offered++;
                var category = Known.Catalogue(line.TypeId).CategoryId?.Value ?? -1;
                naive[category] = naive.GetValueOrDefault(category) + 1;
            }

            var composition = Of(lines);
            if (offered < 2)
            {
                Assert.Null(composition);
                return;
            }

            Assert.Equal(offered, composition!.TotalLines);
            Assert.Equal(naive, composition.Categories.ToDictionary(count => count.CategoryId?.Value ?? -1, count => count.Lines));
        });

    [Fact]
    public void One_offered_line_has_no_composition_however_many_are_requested() =>
        Assert.Null(Of(AContract().Offering(Known.Rokh, quantity: 5).Requesting(Known.Railgun).Requesting(Known.Rifter).Lines));

    [Fact]
    public void Two_offered_lines_of_one_type_have_a_composition() =>
        Assert.Equal([new CategoryCount(Known.Ship, 2)], Of(AContract().Offering(Known.Rokh).Offering(Known.Rokh).Lines)!.Categories);

    [Fact]
    public void Compositions_that_count_differently_differ() =>
        Assert.NotEqual(
            Of(AContract().Offering(Known.Rokh).Offering(Known.Railgun).Lines),
            Of(AContract().Offering(Known.Rokh).Offering(Known.Rifter).Lines));

    private static Composition? Of(IReadOnlyList<ContractLine> lines) =>
        Composition.Of(lines, type => Known.Catalogue(type).CategoryId);

    private static string? Name(CategoryCount count) => count.CategoryId is { } id ? NameOf(id) : null;

    /// <summary>
    /// The name of a category. Every third has none, some share one, and the order of the names differs from that of the ids.
    /// </summary>
    private static string? NameOf(CategoryId id) => id.Value % 3 == 0 ? null : $"Category {(char)('z' - (id.Value / 2))}";
}
