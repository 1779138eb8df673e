using HangarBay.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence;

/// <summary>Turns a specification into a query.</summary>
internal static class SpecificationEvaluator
{
    public static IQueryable<T> Matching<T>(this IQueryable<T> query, Specification<T> specification)
        where T : class =>
        specification.WhereExpressions.Aggregate(query, (current, condition) => current.Where(condition));

    public static IQueryable<T> Apply<T>(this IQueryable<T> query, Specification<T> specification)
        where T : class
    {
        query = specification.IncludeExpressions.Aggregate(query, (current, children) => current.Include(children));
        // Lines and bids in one query would multiply each other.
        if (specification.IncludeExpressions.Count > 1) query = query.AsSplitQuery();
        query = query.Matching(specification);

        IOrderedQueryable<T>? ordered = null;
        foreach (var (key, descending) in specification.OrderExpressions)
        {
            ordered = (ordered, descending) switch
            {
                (null, false) => query.OrderBy(key),
                (null, true) => query.OrderByDescending(key),
                (_, false) => ordered.ThenBy(key),
                (_, true) => ordered.ThenByDescending(key),
            };
        }

        query = ordered ?? query;
        if (specification.Skip is { } skip) query = query.Skip(skip);
        if (specification.Take is { } take) query = query.Take(take);
        return query;
    }

    public static IQueryable<TResult> Apply<T, TResult>(this IQueryable<T> query, Specification<T, TResult> specification)
        where T : class =>
        query.Apply((Specification<T>)specification).Select(
            specification.Selector ?? throw new InvalidOperationException($"{specification.GetType().Name} selects nothing."));
}
