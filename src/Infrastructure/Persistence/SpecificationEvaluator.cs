using System.Linq.Expressions;
using HangarBay.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence;

/// <summary>Turns a specification into a query.</summary>
internal static class SpecificationEvaluator
{
    /// <param name="query">Of which rows.</param>
    /// <param name="specification">Which of them.</param>
    /// <param name="context">Where other rows are that decide; needed where some do.</param>
    public static IQueryable<T> Matching<T>(this IQueryable<T> query, Specification<T> specification, DbContext? context = null)
        where T : class
    {
        query = specification.WhereExpressions.Aggregate(query, (current, condition) => current.Where(condition));
        if (specification.Memberships.Count == 0) return query;
        var answers = new Answers(context ?? throw new ArgumentNullException(nameof(context), $"{specification.GetType().Name} asks other rows."));
        return specification.Memberships.Aggregate(query, (current, membership) => current.Where(membership.Within(answers)));
    }

    public static IQueryable<T> Apply<T>(this IQueryable<T> query, Specification<T> specification, DbContext? context = null)
        where T : class
    {
        query = specification.IncludeExpressions.Aggregate(query, (current, children) => current.Include(children));
        query = query.Matching(specification, context);

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

    public static IQueryable<TResult> Apply<T, TResult>(
        this IQueryable<T> query, Specification<T, TResult> specification, DbContext? context = null)
        where T : class =>
        query.Apply((Specification<T>)specification, context).Select(
            specification.Selector ?? throw new InvalidOperationException($"{specification.GetType().Name} selects nothing."));

    private sealed class Answers(DbContext context) : IAnswers
    {
        public Expression To<T, TResult>(Specification<T, TResult> question)
            where T : class => context.Set<T>().Apply(question, context).Expression;

        public Expression To<T>(Specification<T> question)
            where T : class => context.Set<T>().Apply(question, context).Expression;
    }
}
