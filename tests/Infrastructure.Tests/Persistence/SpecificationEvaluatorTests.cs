using HangarBay.Application.Abstractions;
using HangarBay.Domain.Contracts;
using HangarBay.Infrastructure.Persistence;

namespace HangarBay.Infrastructure.Tests.Persistence;

/// <summary>The differences between this evaluator and the library's. The tests of all specifications cover the rest.</summary>
public sealed class SpecificationEvaluatorTests
{
    private static readonly IQueryable<Contract> Rows = Array.Empty<Contract>().AsQueryable();

    [Fact]
    public void Keys_without_a_value_are_last_in_both_directions_and_after_another_key()
    {
        var rising = Rows.Apply(new Asking(query => query.OrderNullsLast(contract => contract.Volume, descending: false))).Expression.ToString();
        var falling = Rows.Apply(new Asking(query => query.OrderBy(contract => contract.Id).ThenNullsLast(contract => contract.Volume, descending: true))).Expression.ToString();

        Assert.Matches(@"\.OrderBy\(.*== null.*\)\.ThenBy\(", rising);
        Assert.Matches(@"\.OrderBy\(.*\)\.ThenBy\(.*== null.*\)\.ThenByDescending\(", falling);
    }

    [Fact]
    public void Methods_of_the_library_that_are_not_evaluated_are_refused()
    {
        Dictionary<string, Action<ISpecificationBuilder<Contract>>> words = new()
        {
            ["AsNoTracking"] = query => query.AsNoTracking(),
            ["AsNoTrackingWithIdentityResolution"] = query => query.AsNoTrackingWithIdentityResolution(),
            ["AsSplitQuery"] = query => query.AsSplitQuery(),
            ["AsTracking"] = query => query.AsTracking(),
            ["EnableCache"] = query => query.EnableCache("some"),
            ["IgnoreAutoIncludes"] = query => query.IgnoreAutoIncludes(),
            ["IgnoreQueryFilters"] = query => query.IgnoreQueryFilters(),
            ["Include"] = query => query.Include("Lines"),
            ["PostProcessingAction"] = query => query.PostProcessingAction(rows => rows),
            ["Search"] = query => query.Search(contract => contract.Title, "rokh"),
            ["TagWith"] = query => query.TagWith("some"),
            ["ThenInclude"] = query => query.Include(contract => contract.Lines).ThenInclude(line => line.TypeId),
        };

        Assert.All(words, word => Assert.Throws<NotSupportedException>(() => Rows.Matching(new Asking(word.Value))));
    }

    [Fact]
    public void Child_rows_can_be_selected_on_their_own() => Assert.EndsWith(
        ".SelectMany(contract => contract.Lines.Select(line => line.RecordId))",
        Rows.Apply(new Projecting(query => query.SelectMany(contract => contract.Lines.Select(line => line.RecordId)))).Expression.ToString(),
        StringComparison.Ordinal);

    [Fact]
    public void A_projection_outside_the_database_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => Rows.Apply(new Projecting(query => query.OrderBy(contract => contract.Id))));
        Assert.Throws<InvalidOperationException>(() => Rows.Apply(new Projecting(query =>
        {
            query.PostProcessingAction(ids => ids);
            query.Select(contract => contract.Id.Value);
        })));
    }

    private sealed class Asking : Specification<Contract>
    {
        public Asking(Action<ISpecificationBuilder<Contract>> ask) => ask(Query);
    }

    private sealed class Projecting : Specification<Contract, long>
    {
        public Projecting(Action<ISpecificationBuilder<Contract, long>> ask) => ask(Query);
    }
}
