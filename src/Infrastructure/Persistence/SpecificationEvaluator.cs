using System.Linq.Expressions;
using Ardalis.Specification;
using HangarBay.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence;

/// <summary>Turns a specification into a query, by the library's own parts where it has them.</summary>
internal static class SpecificationEvaluator
{
    /// <param name="query">Of which rows.</param>
    /// <param name="specification">Which of them.</param>
    /// <param name="context">Where other rows are that decide; needed where some do.</param>
    public static IQueryable<T> Matching<T>(this IQueryable<T> query, Specification<T> specification, DbContext? context = null)
        where T : class
    {
        if (specification.AsksForMore()) throw new NotSupportedException($"{specification.GetType().Name} asks for what is not evaluated here.");
        query = WhereEvaluator.Instance.GetQuery(query, specification);
        var memberships = specification.Memberships();
        if (memberships.Count == 0) return query;
        var answers = new Answers(context ?? throw new ArgumentNullException(nameof(context), $"{specification.GetType().Name} asks other rows."));
        return memberships.Aggregate(query, (current, membership) => current.Where(membership.Within(answers)));
    }

    public static IQueryable<T> Apply<T>(this IQueryable<T> query, Specification<T> specification, DbContext? context = null)
        where T : class
    {
        query = specification.IncludeExpressions.Aggregate(query, (current, children) => current.Include(Boxed<T>(children.LambdaExpression)));
        query = query.Matching(specification, context);
        query = OrderEvaluator.Instance.GetQuery(query, specification);

        // The library's own evaluator drops a skip of none, by which a specification says that it is a set by itself.
        if (specification.Skip >= 0) query = query.Skip(specification.Skip);
        if (specification.Take >= 0) query = query.Take(specification.Take);
        return query;
    }

    public static IQueryable<TResult> Apply<T, TResult>(
        this IQueryable<T> query, Specification<T, TResult> specification, DbContext? context = null)
        where T : class =>
        query.Apply((Specification<T>)specification, context).Select(
            specification is { Selector: { } selector, PostProcessingAction: null }
                ? selector
                : throw new InvalidOperationException($"{specification.GetType().Name} selects nothing, or not in the database."));

    // Children are kept with a type of their own, which is known here at run time only; EF needs none.
    private static Expression<Func<T, object?>> Boxed<T>(LambdaExpression children) =>
        Expression.Lambda<Func<T, object?>>(children.Body, children.Parameters);

    // The library's builder has words that only its own repositories obey. Said here, they must not be passed over in silence.
    private static bool AsksForMore<T>(this Specification<T> specification) =>
        specification.SearchCriterias.Any()
        || specification.IncludeStrings.Any()
        || specification.IncludeExpressions.Any(children => children.Type != IncludeTypeEnum.Include)
        || specification.QueryTags.Any()
        || specification.PostProcessingAction is not null
        || specification.CacheEnabled
        || specification.AsTracking
        || specification.AsNoTracking
        || specification.AsNoTrackingWithIdentityResolution
        || specification.AsSplitQuery
        || specification.IgnoreQueryFilters
        || specification.IgnoreAutoIncludes;

    private sealed class Answers(DbContext context) : IAnswers
    {
        public Expression To<T, TResult>(Specification<T, TResult> question)
            where T : class => context.Set<T>().Apply(question, context).Expression;

        public Expression To<T>(Specification<T> question)
            where T : class => context.Set<T>().Apply(question, context).Expression;
    }
}
