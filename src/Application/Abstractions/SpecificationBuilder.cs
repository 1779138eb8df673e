using System.Linq.Expressions;

namespace HangarBay.Application.Abstractions;

/// <summary>The vocabulary of a specification's constructor.</summary>
public sealed class SpecificationBuilder<T>
{
    private readonly Specification<T> _specification;

    internal SpecificationBuilder(Specification<T> specification) => _specification = specification;

    public SpecificationBuilder<T> Where(Expression<Func<T, bool>> condition)
    {
        _specification.ConditionList.Add(condition);
        return this;
    }

    /// <summary>The key is among the answers to another question, which is asked within the same query.</summary>
    public SpecificationBuilder<T> WhereAmong<TOther, TKey>(Expression<Func<T, TKey>> key, Specification<TOther, TKey> question)
        where TOther : class => Among(key, answers => answers.To(question), isAmong: true);

    /// <summary>The key is among those of the rows that another specification finds.</summary>
    public SpecificationBuilder<T> WhereAmong<TOther, TKey>(
        Expression<Func<T, TKey>> key, Specification<TOther> rows, Expression<Func<TOther, TKey>> keyOf)
        where TOther : class =>
        Among(key, answers => Expression.Call(typeof(Queryable), nameof(Queryable.Select), [typeof(TOther), typeof(TKey)], answers.To(rows), Expression.Quote(keyOf)), isAmong: true);

    /// <summary>The key is among the answers to one question or to another, or both. Apart, each can use an index of its own.</summary>
    public SpecificationBuilder<T> WhereAmongEither<TOne, TOther, TKey>(
        Expression<Func<T, TKey>> key, Specification<TOne, TKey> one, Specification<TOther, TKey> other)
        where TOne : class
        where TOther : class =>
        Among(key, answers => Expression.Call(typeof(Queryable), nameof(Queryable.Concat), [typeof(TKey)], answers.To(one), answers.To(other)), isAmong: true);

    /// <summary>The key is none of the answers to another question; null is never among them.</summary>
    public SpecificationBuilder<T> WhereNotAmong<TOther, TKey>(Expression<Func<T, TKey>> key, Specification<TOther, TKey> question)
        where TOther : class => Among(key, answers => answers.To(question), isAmong: false);

    public SpecificationBuilder<T> Include(Expression<Func<T, object?>> children)
    {
        _specification.IncludeList.Add(children);
        return this;
    }

    public SpecificationBuilder<T> OrderBy(Expression<Func<T, object?>> key) => Order(key, descending: false);

    public SpecificationBuilder<T> OrderByDescending(Expression<Func<T, object?>> key) => Order(key, descending: true);

    public SpecificationBuilder<T> ThenBy(Expression<Func<T, object?>> key) => Order(key, descending: false);

    public SpecificationBuilder<T> ThenByDescending(Expression<Func<T, object?>> key) => Order(key, descending: true);

    /// <summary>In the given direction, keys without a value last in both (B8).</summary>
    public SpecificationBuilder<T> OrderNullsLast(Expression<Func<T, object?>> key, bool descending)
    {
        var isNull = Expression.Equal(key.Body, Expression.Constant(null, key.Body.Type));
        var nullFirst = Expression.Lambda<Func<T, object?>>(Expression.Convert(isNull, typeof(object)), key.Parameters);
        return Order(nullFirst, descending: false).Order(key, descending);
    }

    public SpecificationBuilder<T> Skip(int rows)
    {
        _specification.Skip = rows;
        return this;
    }

    public SpecificationBuilder<T> Take(int rows)
    {
        _specification.Take = rows;
        return this;
    }

    private SpecificationBuilder<T> Among<TKey>(Expression<Func<T, TKey>> key, Func<IAnswers, Expression> question, bool isAmong)
    {
        _specification.MembershipList.Add(new Membership<T, TKey>(key, question, isAmong));
        return this;
    }

    private SpecificationBuilder<T> Order(Expression<Func<T, object?>> key, bool descending)
    {
        _specification.OrderList.Add(new OrderExpression<T>(key, descending));
        return this;
    }
}
