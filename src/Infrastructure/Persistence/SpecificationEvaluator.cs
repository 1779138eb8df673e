using System.Linq.Expressions;
using Ardalis.Specification;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence;

/// <summary>Converts a specification to a query, with the library's own evaluators where they exist.</summary>
internal static class SpecificationEvaluator
{
    /// <summary>The rows that meet the specification's conditions; its order and page are ignored.</summary>
    public static IQueryable<T> Matching<T>(this IQueryable<T> query, Specification<T> specification)
        where T : class => specification.AsksForMore()
        ? throw new NotSupportedException($"{specification.GetType().Name} uses a part of specifications that is not supported here.")
        : WhereEvaluator.Instance.GetQuery(query, specification);

    public static IQueryable<T> Apply<T>(this IQueryable<T> query, Specification<T> specification)
        where T : class
    {
        query = specification.IncludeExpressions.Aggregate(query, (current, children) => current.Include(Boxed<T>(children.LambdaExpression)));
        query = OrderEvaluator.Instance.GetQuery(query.Matching(specification), specification);
        return PaginationEvaluator.Instance.GetQuery(query, specification);
    }

    public static IQueryable<TResult> Apply<T, TResult>(this IQueryable<T> query, Specification<T, TResult> specification)
        where T : class =>
        (specification, query.Apply((Specification<T>)specification)) switch
        {
            ({ Selector: { } selector, PostProcessingAction: null }, var rows) => rows.Select(selector),
            ({ SelectorMany: { } selector, PostProcessingAction: null }, var rows) => rows.SelectMany(selector),
            _ => throw new InvalidOperationException($"{specification.GetType().Name} selects nothing, or not in the database."),
        };

    // The specification keeps children with their own type, which is known here only at run time. EF accepts them as objects.
    private static Expression<Func<T, object?>> Boxed<T>(LambdaExpression children) =>
        Expression.Lambda<Func<T, object?>>(children.Body, children.Parameters);

    // The library's builder has options that only its own repositories evaluate. A specification that uses one of them is refused, so that
    // the option is not silently ignored.
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
}
