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
    public SpecificationBuilder<T> WhereAmong<TOther, TKey>(Expression<Func<T, TKey>> key, Specification<TOther, TKey> answers)
        where TOther : class
    {
        _specification.MembershipList.Add(new Membership<T, TOther, TKey>(key, answers, isAmong: true));
        return this;
    }

    /// <summary>The key is none of the answers to another question; null is never among them.</summary>
    public SpecificationBuilder<T> WhereNotAmong<TOther, TKey>(Expression<Func<T, TKey>> key, Specification<TOther, TKey> answers)
        where TOther : class
    {
        _specification.MembershipList.Add(new Membership<T, TOther, TKey>(key, answers, isAmong: false));
        return this;
    }

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

    private SpecificationBuilder<T> Order(Expression<Func<T, object?>> key, bool descending)
    {
        _specification.OrderList.Add(new OrderExpression<T>(key, descending));
        return this;
    }
}
